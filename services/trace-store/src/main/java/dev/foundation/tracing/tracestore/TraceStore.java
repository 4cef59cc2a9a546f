package dev.foundation.tracing.tracestore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.foundation.tracing.tracestore.ingest.OtlpEncoder;
import dev.foundation.tracing.tracestore.ingest.OtlpIngest;
import dev.foundation.tracing.tracestore.page.PageRoutes;
import dev.foundation.tracing.tracestore.query.QueryRoutes;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreLimits;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/**
 * A running store: OTLP in, Tempo's query API and a web page out. What it holds is gone when it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (TraceStore store = TraceStore.start(TraceStoreOptions.onFreePorts())) {
 *     exportTo("http://" + store.host() + ":" + store.otlpHttpPort());
 * }
 * }</pre>
 */
public final class TraceStore implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TraceStore.class.getName());
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration GRPC_IDLE = Duration.ofHours(1);
    private static final Duration TO_FIRST_REQUEST = Duration.ofSeconds(20);
    // Searches and TraceQL travel in the URL.
    private static final int MAX_URL_BYTES = 64 * 1024;
    private static final int HTTP2_WINDOW_BYTES = 4 * 1024 * 1024;
    private static final int THREADS = 4;

    private final Vertx vertx;
    private final PageRoutes page;
    private final String host;
    private final int otlpGrpcPort;
    private final int otlpHttpPort;
    private final int queryPort;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TraceStore(Vertx vertx, TraceStoreOptions options) throws InterruptedException {
        this.vertx = vertx;
        host = options.host();
        String objection = options.access().objectionTo(host);
        if (objection != null)
            throw new TraceStoreStartException(objection);
        SpanStore spans = new SpanStore(StoreLimits.ofBytes(options.maxBytes()));
        OtlpIngest ingest = new OtlpIngest(vertx, spans);
        page = new PageRoutes(vertx, spans);
        Listener listener = new Listener(vertx, host);
        otlpGrpcPort = listener.listen("OTLP over gRPC", "--otlp-grpc-port", options.otlpGrpcPort(), grpcOptions(),
                new ConnectionWatch(vertx, TO_FIRST_REQUEST, Duration.ZERO),
                new AccessCheck(options.access(), spans.counters(), ingest.grpc()));
        otlpHttpPort = listener.listen("OTLP over HTTP", "--otlp-http-port", options.otlpHttpPort(), httpOptions(),
                new ConnectionWatch(vertx, TO_FIRST_REQUEST, IDLE), guarded(options, spans, ingest.http()));
        queryPort = listener.listen("queries and the web page", "--query-port", options.queryPort(), httpOptions(),
                new ConnectionWatch(vertx, TO_FIRST_REQUEST, IDLE), guarded(options, spans, router(spans, ingest)));
    }

    /**
     * Starts a store and waits until it listens on all three ports.
     *
     * @return to be closed by the caller
     * @throws IllegalStateException if a port is in use, the address is not this machine's, or other machines reach it though
     *         {@link TraceStoreOptions#access()} does not say how; nothing is left running
     * @throws IllegalStateException if the thread is interrupted meanwhile; it stays interrupted
     */
    public static TraceStore start(TraceStoreOptions options) {
        Vertx vertx = vertx();
        try {
            return new TraceStore(vertx, options);
        } catch (InterruptedException e) {
            close(vertx);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the trace store started", e);
        } catch (RuntimeException e) {
            close(vertx);
            throw e;
        }
    }

    /** @return the host as it was given, to build URLs with */
    public String host() {
        return host;
    }

    /** @return the open port of Tempo's query API and the web page */
    public int queryPort() {
        return queryPort;
    }

    /** @return the open port for OTLP over gRPC */
    public int otlpGrpcPort() {
        return otlpGrpcPort;
    }

    /** @return the open port for OTLP over HTTP */
    public int otlpHttpPort() {
        return otlpHttpPort;
    }

    /** Closes the ports and waits until they are closed and all threads have ended. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            page.close();
            close(vertx);
        }
    }

    private static Vertx vertx() {
        // No file is ever served from disk, so Vert.x needs no cache directory.
        FileSystemOptions noFiles = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions().setFileSystemOptions(noFiles).setEventLoopPoolSize(THREADS)
                .setWorkerPoolSize(THREADS).setInternalBlockingPoolSize(1)
                // A query over a full store may take long on a slow machine, and that is no fault.
                .setMaxWorkerExecuteTime(1).setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES));
    }

    private static Handler<HttpServerRequest> guarded(TraceStoreOptions options, SpanStore spans,
            Handler<HttpServerRequest> handler) {
        return new HostCheck(options.host(), spans.counters(),
                new AccessCheck(options.access(), spans.counters(), handler));
    }

    private Router router(SpanStore spans, OtlpIngest ingest) {
        Router router = Router.router(vertx);
        // Here too, so that the page can import a trace: it reaches no other port.
        Handler<HttpServerRequest> otlp = ingest.http();
        router.route(OtlpIngest.PATH).handler(context -> otlp.handle(context.request()));
        router.get("/metrics").handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, MetricsPage.CONTENT_TYPE)
                .end(MetricsPage.of(spans.status(), ingest.requestsInFlight())));
        page.mount(router);
        new QueryRoutes(spans, OtlpEncoder::encode).mount(router);
        return router;
    }

    private static HttpServerOptions httpOptions() {
        return new HttpServerOptions().setIdleTimeout((int) IDLE.toSeconds()).setMaxInitialLineLength(MAX_URL_BYTES)
                .setHandle100ContinueAutomatically(true)
                // Waiting for what may become HTTP/2, Vert.x would not know of a connection that sends nothing.
                .setHttp2ClearTextEnabled(false);
    }

    // Exporters keep a connection open for as long as they live; one without work for so long opens another when it has some.
    private static HttpServerOptions grpcOptions() {
        return new HttpServerOptions().setIdleTimeout((int) GRPC_IDLE.toSeconds())
                .setHttp2ConnectionWindowSize(HTTP2_WINDOW_BYTES);
    }

    private static void close(Vertx vertx) {
        try {
            Waiting.on(vertx.close());
        } catch (Waiting.FailedException e) {
            LOG.log(Level.WARNING, "the trace store did not close in order", e.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
