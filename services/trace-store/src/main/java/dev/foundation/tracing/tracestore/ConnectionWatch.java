package dev.foundation.tracing.tracestore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Closes connections that never come to a request, however steadily their bytes drip: an idle timeout begins anew with each
 * of them. Each connection is watched on its own event loop.
 */
final class ConnectionWatch {

    private final Vertx vertx;
    private final Duration untilFirst;
    private final Duration untilNext;
    private final Map<HttpConnection, Asked> open = new ConcurrentHashMap<>();

    /**
     * @param untilFirst how long a connection may take to its first request
     * @param untilNext how long it may be without a request afterwards, at most twice that; zero for as long as it likes
     */
    ConnectionWatch(Vertx vertx, Duration untilFirst, Duration untilNext) {
        this.vertx = vertx;
        this.untilFirst = untilFirst;
        this.untilNext = untilNext;
    }

    void opened(HttpConnection connection) {
        Asked asked = new Asked();
        open.put(connection, asked);
        asked.timer = vertx.setTimer(untilFirst.toMillis(), now -> look(connection, asked));
        connection.closeHandler(closed -> {
            open.remove(connection);
            vertx.cancelTimer(asked.timer);
        });
    }

    void asked(HttpServerRequest request) {
        Asked asked = open.get(request.connection());
        if (asked != null) {
            asked.lately = true;
            asked.last = request.response();
        }
    }

    private void look(HttpConnection connection, Asked asked) {
        if (!asked.lately && asked.isAnswered()) {
            connection.close();
        } else if (!untilNext.isZero()) {
            asked.lately = false;
            asked.timer = vertx.setTimer(untilNext.toMillis(), now -> look(connection, asked));
        }
    }

    /** What is known of one connection. */
    private static final class Asked {

        private long timer;
        private boolean lately;
        private @Nullable HttpServerResponse last;

        private boolean isAnswered() {
            HttpServerResponse answer = last;
            return answer == null || answer.ended() || answer.closed();
        }
    }
}
