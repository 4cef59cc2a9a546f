package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;

/** The current span, where somebody else started it: he will end it, too. */
final class OthersSpan extends RecordingSpan {

    private final Failures failures;

    OthersSpan(Span span, Failures failures) {
        super(span);
        this.failures = failures;
    }

    @Override
    Failures failures() {
        return failures;
    }

    /** It is not known, so whatever is thrown counts as new. */
    @Override
    long startedAfter() {
        return Long.MAX_VALUE;
    }

    @Override
    public <T extends @Nullable Object> T endWith(T result) {
        return result;
    }

    @Override
    public void close() {
        // whoever started it ends it
    }
}
