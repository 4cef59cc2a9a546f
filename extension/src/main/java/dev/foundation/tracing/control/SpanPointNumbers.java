package dev.foundation.tracing.control;

import java.time.Duration;

/**
 * What was counted at a place that makes spans, as it was when it was asked for: {@code numbers.points().get(0).open()}.
 *
 * <p>
 * A span has failed if something was thrown that is not expected, or {@code fail} was called; a status that was set on
 * OpenTelemetry's own span is not seen. A span is dropped by sampling if the span around it is not sampled, or if it is a root
 * that the sampler refused. What is not even tried inside such a span is not counted: the items of a batch, the attempts of a
 * guarded call. A place that is switched off counts nothing.
 *
 * @param name the span's name
 * @param place the method, or what the spans belong to; empty for spans that are begun by their name alone
 * @param started how many were recorded
 * @param ended how many of those have ended
 * @param failed how many of those that ended had failed
 * @param droppedBySampling how many were not recorded
 * @param total how long those that ended took in all
 * @param worst how long the one took that took longest; zero if none has ended
 */
public record SpanPointNumbers(String name, String place, long started, long ended, long failed, long droppedBySampling,
        Duration total, Duration worst) {

    /** @return how many have not ended yet */
    public long open() {
        return Math.max(0, started - ended);
    }

    /** @return how long those that ended took on average; zero if none has ended */
    public Duration mean() {
        return ended == 0 ? Duration.ZERO : total.dividedBy(ended);
    }
}
