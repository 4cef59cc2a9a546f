package dev.foundation.tracing.runtime.span;

import java.util.Set;

import dev.foundation.tracing.ExpectedException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Records on spans what was thrown inside them: on the innermost span that saw it, once; every span that it leaves is marked
 * as failed, unless it is expected. Safe from any thread; never throws.
 */
public final class Failures {

    private static final String ERROR_TYPE = "error.type";

    private final RecordedThrowables recorded = new RecordedThrowables();
    private final Set<String> expectedNames;
    private final ClassValue<Boolean> expected = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isExpected(type);
        }
    };

    /** @param expectedNames classes whose exceptions, and those of their subclasses, are no failures */
    public Failures(Set<String> expectedNames) {
        this.expectedNames = expectedNames;
    }

    private boolean isExpected(Class<?> type) {
        if (type.isAnnotationPresent(ExpectedException.class))
            return true;
        for (Class<?> known = type; known != null; known = known.getSuperclass()) {
            if (expectedNames.contains(known.getName()))
                return true;
        }
        return false;
    }

    /** @return how many have been recorded so far; a span asks when it begins */
    int count() {
        return recorded.count();
    }

    /**
     * @param startedAfter what {@link #count()} was when the span began
     * @param reasonGiven whether the span's status already says why it failed
     * @return whether the span has failed by it
     */
    boolean record(Span span, Throwable thrown, int startedAfter, boolean reasonGiven) {
        boolean failed = false;
        try {
            failed = !expected.get(thrown.getClass());
            if (failed)
                fail(span, thrown, reasonGiven);
            if (span.isRecording() && recorded.isFirst(thrown, span, startedAfter))
                span.recordException(thrown);
        } catch (Throwable e) {
            // An exception's own getMessage may throw, and after a StackOverflowError anything may: the span ends all the same.
            TracingFailures.report("an exception was not recorded", e);
        }
        return failed;
    }

    private static void fail(Span span, Throwable thrown, boolean reasonGiven) {
        if (!reasonGiven)
            span.setStatus(StatusCode.ERROR);
        span.setAttribute(ERROR_TYPE, thrown.getClass().getName());
    }
}
