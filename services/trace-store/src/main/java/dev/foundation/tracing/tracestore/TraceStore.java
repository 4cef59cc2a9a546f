package dev.foundation.tracing.tracestore;

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
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
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
    private static final int IDLE_SECONDS = 300;
    // Searches and TraceQL travel in the URL.
    private static final int MAX_URL_BYTES = 64 * 1024;
    private static final int HTTP2_WINDOW_BYTES = 4 * 1024 * 1024;
    private static final int THREADS = 4;

    private final Vertx vertx;
    private final String host;
    private final int otlpGrpcPort;
    private final int otlpHttpPort;
    private final int queryPort;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TraceStore(Vertx vertx, TraceStoreOptions options) throws InterruptedException {
        this.vertx = vertx;
        host = options.host();
        SpanStore spans = new SpanStore(StoreLimits.ofBytes(options.maxBytes()));
        OtlpIngest ingest = new OtlpIngest(vertx, spans);
        Listener listener = new Listener(vertx, host);
        otlpGrpcPort = listener.listen("OTLP over gRPC", "--otlp-grpc-port", options.otlpGrpcPort(), grpcOptions(),
                ingest.grpc());
        otlpHttpPort = listener.listen("OTLP over HTTP", "--otlp-http-port", options.otlpHttpPort(), httpOptions(),
                ingest.http());
        queryPort = listener.listen("queries and the web page", "--query-port", options.queryPort(), httpOptions(),
                router(vertx, spans, host));
    }

    /**
     * Starts a store and waits until it listens on all three ports.
     *
     * @return to be closed by the caller
     * @throws IllegalStateException if a port is in use or the address is not this machine's; nothing is left running
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
        if (closed.compareAndSet(false, true))
            close(vertx);
    }

    private static Vertx vertx() {
        // No file is ever served from disk, so Vert.x needs no cache directory.
        FileSystemOptions noFiles = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions().setFileSystemOptions(noFiles).setEventLoopPoolSize(THREADS)
                .setWorkerPoolSize(THREADS).setInternalBlockingPoolSize(1)
                // A query over a full store may take long on a slow machine, and that is no fault.
                .setMaxWorkerExecuteTime(1).setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES));
    }

    private static Router router(Vertx vertx, SpanStore spans, String host) {
        Router router = Router.router(vertx);
        router.route().handler(new HostCheck(host));
        new PageRoutes().mount(router);
        new QueryRoutes(spans, OtlpEncoder::encode).mount(router);
        return router;
    }

    private static HttpServerOptions httpOptions() {
        return new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setMaxInitialLineLength(MAX_URL_BYTES)
                .setHandle100ContinueAutomatically(true);
    }

    // Exporters keep a connection open for as long as they live, so there is no idle timeout here.
    private static HttpServerOptions grpcOptions() {
        return new HttpServerOptions().setHttp2ConnectionWindowSize(HTTP2_WINDOW_BYTES);
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
