package dev.foundation.tracing.test.assertions;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;

/** To be imported statically, beside AssertJ's own {@code assertThat}. */
public final class TraceAssertions {

    private TraceAssertions() {
    }

    /**
     * <pre>{@code
     * assertThat(trace).hasRoot("POST /orders").withAttribute("http.response.status_code", 201L);
     * }</pre>
     */
    public static TraceAssert assertThat(@Nullable Trace trace) {
        return new TraceAssert(trace);
    }
}
