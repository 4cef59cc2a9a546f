package dev.foundation.tracing.runtime.sampling.keep;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** The first span of a trace in this process. */
final class LocalRoot {

    private LocalRoot() {
    }

    static boolean is(ReadableSpan span) {
        SpanContext parent = span.getParentSpanContext();
        return !parent.isValid() || parent.isRemote();
    }
}
