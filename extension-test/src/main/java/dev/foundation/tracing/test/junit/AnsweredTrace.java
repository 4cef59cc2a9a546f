package dev.foundation.tracing.test.junit;

/** The headers by which the extension tells a client which trace its request was. */
final class AnsweredTrace {

    static final String ID = "x-trace-id";
    /** {@code 0} if the trace was not kept. */
    static final String SAMPLED = "x-trace-sampled";

    private AnsweredTrace() {
    }
}
