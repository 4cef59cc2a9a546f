package dev.foundation.tracing.control;

import java.time.Duration;

/**
 * What spans cost the running application itself, its exporter's queue included: {@code numbers.overhead().perSpan()}. One
 * span of 256 is measured, whichever chance picks; attributes and events come on top.
 *
 * @param measured how many spans were measured
 * @param opening how long it took on average to start a span and to make it current
 * @param ending how long it took on average to end it and to make current what was current before
 */
public record SpanOverhead(long measured, Duration opening, Duration ending) {

    /** @return how long a span takes on average that says nothing of itself; zero if none has been measured */
    public Duration perSpan() {
        return opening.plus(ending);
    }
}
