package dev.foundation.tracing.runtime.http.vertx;

import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.vertx.core.Context;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;

/** Quarkus's tracing of Vert.x, told which call a request belongs to, and how that ended. */
@SuppressWarnings({ "rawtypes", "unchecked" }) // Quarkus keeps the types of its payloads to itself
final class CallTracer implements VertxTracer<Object, Object> {

    /** The call whose span is being started on this thread. */
    private static final ThreadLocal<@Nullable ClientCall> STARTING = new ThreadLocal<>();

    private final VertxTracer quarkus;

    CallTracer(VertxTracer quarkus) {
        this.quarkus = quarkus;
    }

    static @Nullable ClientCall starting() {
        return STARTING.get();
    }

    @Override
    public <R> Object receiveRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            Iterable<Map.Entry<String, String>> headers, TagExtractor<R> tags) {
        return quarkus.receiveRequest(context, kind, policy, request, operation, headers, tags);
    }

    @Override
    public <R> void sendResponse(Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
        quarkus.sendResponse(context, response, payload, failure, tags);
    }

    @Override
    public <R> Object sendRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
            BiConsumer<String, String> headers, TagExtractor<R> tags) {
        if (!(request instanceof HttpRequest http))
            return quarkus.sendRequest(context, kind, policy, request, operation, headers, tags);
        ClientCall call = callOf(operation, context);
        STARTING.set(call);
        try {
            Object payload = quarkus.sendRequest(context, kind, policy, request, operation, withoutThoseOf(http, headers),
                    tags);
            return call == null || payload == null ? payload : new Sent(payload, call);
        } finally {
            STARTING.remove();
        }
    }

    private static @Nullable ClientCall callOf(String operation, Context context) {
        try {
            ClientCall call = ClientCall.of(operation, context);
            if (call != null)
                call.isSent();
            return call;
        } catch (RuntimeException e) {
            TracingFailures.report("a call was not found", e);
            return null;
        }
    }

    /** Vert.x would add a second header of that name, and whoever receives both believes neither. */
    private static BiConsumer<String, String> withoutThoseOf(HttpRequest request, BiConsumer<String, String> headers) {
        return (name, value) -> {
            if (request.headers() == null || !request.headers().contains(name))
                headers.accept(name, value);
        };
    }

    @Override
    public <R> void receiveResponse(Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
        Object quarkusPayload = payload instanceof Sent sent ? sent.payload : payload;
        if (failure != null && payload instanceof Sent sent)
            // A moment later the client's code is told why.
            sent.call.whenEnded(reason -> quarkus.receiveResponse(context, response, quarkusPayload,
                    reason == null ? failure : reason, tags));
        else
            quarkus.receiveResponse(context, response, quarkusPayload, failure, tags);
    }

    @Override
    public void close() {
        quarkus.close();
    }

    private record Sent(Object payload, ClientCall call) {
    }
}
