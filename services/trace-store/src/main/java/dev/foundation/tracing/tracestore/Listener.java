package dev.foundation.tracing.tracestore;

import java.net.BindException;
import java.util.Locale;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Opens one port, and says which one it was if that fails. */
final class Listener {

    private final Vertx vertx;
    private final String host;

    Listener(Vertx vertx, String host) {
        this.vertx = vertx;
        this.host = host;
    }

    /**
     * @param what the port's job, for messages
     * @param argument the argument of the main class that sets the port
     * @param port 0 takes any free one
     * @return the port that is open now
     */
    int listen(String what, String argument, int port, HttpServerOptions options, ConnectionWatch watch,
            Handler<HttpServerRequest> handler)
            throws InterruptedException {
        HttpServer server = vertx.createHttpServer(options).connectionHandler(watch::opened).requestHandler(request -> {
            watch.asked(request);
            handler.handle(request);
        });
        try {
            return Waiting.on(server.listen(port, host)).actualPort();
        } catch (Waiting.FailedException e) {
            throw failure(what, argument, port, e.reason());
        }
    }

    private TraceStoreStartException failure(String what, String argument, int port, Throwable reason) {
        if (isInUse(reason))
            return new TraceStoreStartException("port " + port + " (" + what + ") on " + host + " is in use: stop what "
                    + "listens there, or give the store another one with " + argument + " (0 takes any free port)", reason);
        return new TraceStoreStartException("cannot listen on " + host + ":" + port + " (" + what + "): "
                + reason.getMessage() + "; choose another address with --host or another port with " + argument, reason);
    }

    private static boolean isInUse(Throwable reason) {
        return reason instanceof BindException
                && String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT).contains("in use");
    }
}
