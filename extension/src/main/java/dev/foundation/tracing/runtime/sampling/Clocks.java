package dev.foundation.tracing.runtime.sampling;

import java.util.function.LongSupplier;

/**
 * What rules and held traces know of time.
 *
 * @param exact as {@link System#nanoTime()}
 * @param coarse the same, some milliseconds behind while there is much to decide
 */
record Clocks(LongSupplier exact, LongSupplier coarse) {

    static Clocks ofSystem() {
        return new Clocks(System::nanoTime, CoarseClock.ofSystem());
    }
}
