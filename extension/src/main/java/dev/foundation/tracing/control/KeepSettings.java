package dev.foundation.tracing.control;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Which traces are kept in the end though they were not sampled: their spans are held until the local root ends.
 * {@code settings.withKeeping(settings.keeping().ofFailed(true))} keeps what fails from now on.
 *
 * @param failed whether those are kept whose local root ends as failed
 * @param slowerThan those are kept whose local root takes longer; null: none
 * @param maxSpans how many spans are held at most, of all traces together; of one trace no more than a quarter of them
 * @param maxBytes how much memory they take at most, as estimated; of one trace no more than a quarter of it
 * @param maxTime how long a trace is held at most
 */
public record KeepSettings(boolean failed, @Nullable Duration slowerThan, int maxSpans, long maxBytes, Duration maxTime) {

    public KeepSettings ofFailed(boolean kept) {
        return new KeepSettings(kept, slowerThan, maxSpans, maxBytes, maxTime);
    }

    public KeepSettings ofSlowerThan(@Nullable Duration duration) {
        return new KeepSettings(failed, duration, maxSpans, maxBytes, maxTime);
    }

    public KeepSettings within(int spans, long bytes, Duration time) {
        return new KeepSettings(failed, slowerThan, spans, bytes, time);
    }
}
