package dev.foundation.tracing.runtime.context;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.PropagatedContext;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * Contexts as W3C headers, whatever propagators the application is configured with: the text may be read by another process,
 * much later.
 */
public final class ContextHeaders {

    /** The header that tells people, and tools that know nothing of W3C Trace Context, which trace a call belongs to. */
    public static final String TRACE_ID = "x-trace-id";

    private static final String TRACE_PARENT = "traceparent";
    private static final String BAGGAGE = "baggage";

    private static final TextMapPropagator W3C = TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(),
            W3CBaggagePropagator.getInstance());

    public Map<String, String> toHeaders(PropagatedContext context) {
        Map<String, String> headers = new LinkedHashMap<>();
        W3C.inject(ContextValues.on(Context.root(), context), headers, ContextHeaders::put);
        return headers;
    }

    public Map<String, String> forCall(PropagatedContext context) {
        Map<String, String> headers = toHeaders(context);
        if (context.span().isValid())
            headers.put(TRACE_ID, context.span().getTraceId());
        return headers;
    }

    /** @return the request with the headers of a call; one with a trace of its own has the baggage at most */
    public HttpRequest addTo(HttpRequest request, PropagatedContext context) {
        Map<String, String> added = forCall(context);
        if (has(request, TRACE_PARENT))
            added.keySet().retainAll(Set.of(BAGGAGE));
        added.keySet().removeIf(name -> has(request, name));
        if (added.isEmpty())
            return request;
        HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
        added.forEach(copy::header);
        return copy.build();
    }

    private static boolean has(HttpRequest request, String name) {
        return request.headers().firstValue(name).isPresent();
    }

    public PropagatedContext fromHeaders(Map<String, String> headers) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        if (headers != null)
            headers.forEach((name, value) -> putLowerCase(lowerCase, name, value));
        return ContextValues.of(W3C.extract(Context.root(), lowerCase, new MapGetter()));
    }

    /** Maps of headers that libraries hand out may hold nulls, such as the JDK's for the status line. */
    private static void putLowerCase(Map<String, String> headers, @Nullable String name, @Nullable String value) {
        if (name != null && value != null)
            headers.put(name.toLowerCase(Locale.ROOT), value);
    }

    private static void put(@Nullable Map<String, String> headers, String name, String value) {
        if (headers != null)
            headers.put(name, value);
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
