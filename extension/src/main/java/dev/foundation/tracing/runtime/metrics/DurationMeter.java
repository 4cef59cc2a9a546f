package dev.foundation.tracing.runtime.metrics;

/** Is told how long something took. */
public interface DurationMeter {

    void record(long nanos);
}
