package dev.foundation.tracing.tracestore.query;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import io.vertx.core.MultiMap;

/**
 * What a request for tags or their values asks for.
 *
 * @param query null looks at all spans
 * @param limit how many names per scope, or values, at most
 */
record TagRequest(@Nullable TraceQuery query, long startEpochNanos, long endEpochNanos, long limit) {

    private static final long UINT32 = 0xFFFF_FFFFL;

    /** @throws BadQueryException that says what is wrong */
    static TagRequest parse(MultiMap parameters) {
        long end = number(parameters, "end");
        long limit = number(parameters, "limit");
        return new TagRequest(LenientQuery.of(parameters.get("q")), TimeUnit.SECONDS.toNanos(number(parameters, "start")),
                end == 0 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(end), limit == 0 ? Long.MAX_VALUE : limit);
    }

    private static long number(MultiMap parameters, String name) {
        String sent = parameters.get(name);
        return sent == null || sent.isEmpty() ? 0 : GoText.parseUnsigned(name, sent, UINT32);
    }

    boolean covers(Trace trace) {
        return trace.endEpochNanos() >= startEpochNanos && trace.startEpochNanos() <= endEpochNanos;
    }
}
