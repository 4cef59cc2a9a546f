package dev.foundation.tracing.tracestore.page.map;

/** Calls of one kind, counted. Not thread-safe. */
final class Traffic {

    private final Durations durations = new Durations();
    private long calls;
    private long errors;

    void add(long durationNanos, boolean failed) {
        calls++;
        if (failed)
            errors++;
        durations.add(durationNanos);
    }

    Traffic plus(Traffic other) {
        calls += other.calls;
        errors += other.errors;
        durations.addAll(other.durations);
        return this;
    }

    long calls() {
        return calls;
    }

    long errors() {
        return errors;
    }

    long percentile(int percent) {
        return durations.percentile(percent);
    }
}
