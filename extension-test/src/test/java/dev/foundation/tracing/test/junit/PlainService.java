package dev.foundation.tracing.test.junit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.foundation.tracing.test.collect.TestSdk;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** A service without Quarkus. Its root span carries the path that was asked for; {@code /untraced} has none. */
final class PlainService implements AutoCloseable {

    private static final int THREADS = 8;

    private final TestSdk sdk;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private PlainService(SpanProcessor processor) throws IOException {
        sdk = new TestSdk("plain", processor);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/untraced", exchange -> respond(exchange, null));
        server.createContext("/", this::answer);
        server.start();
    }

    static PlainService start(SpanProcessor processor) {
        try {
            return new PlainService(processor);
        } catch (IOException e) {
            throw new IllegalStateException("no port for the service", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        sdk.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), exchange, new Headers());
        Span request = sdk.tracer().spanBuilder("GET").setSpanKind(SpanKind.SERVER).setParent(caller)
                .setAttribute("url.path", exchange.getRequestURI().getPath()).startSpan();
        sdk.tracer().spanBuilder("work").setParent(caller.with(request)).startSpan().end();
        request.end();
        respond(exchange, request.getSpanContext().getTraceId());
    }

    private static void respond(HttpExchange exchange, @Nullable String traceId) throws IOException {
        if (traceId != null)
            exchange.getResponseHeaders().set("x-trace-id", traceId);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static final class Headers implements TextMapGetter<HttpExchange> {

        @Override
        public Iterable<String> keys(HttpExchange exchange) {
            return exchange.getRequestHeaders().keySet();
        }

        @Override
        public @Nullable String get(@Nullable HttpExchange exchange, String key) {
            return exchange == null ? null : exchange.getRequestHeaders().getFirst(key);
        }
    }
}
