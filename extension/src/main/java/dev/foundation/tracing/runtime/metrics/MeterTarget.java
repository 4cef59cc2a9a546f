package dev.foundation.tracing.runtime.metrics;

import java.util.function.LongSupplier;

/** Something that keeps metrics. */
interface MeterTarget {

    void counter(MeterName name, LongSupplier value);

    /** @param nanos a length of time that only grows */
    void total(MeterName name, LongSupplier nanos);

    /** @param nanos a length of time as it is now */
    void longest(MeterName name, LongSupplier nanos);

    DurationMeter duration(MeterName name);
}
