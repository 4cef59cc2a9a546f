package dev.foundation.tracing.tracestore.ingest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Receives the body of a request, as fast as it has to come and no more of it than may. Used on one event loop. */
final class LimitedBody {

    // Reading on lets the sender finish and see the answer; one that never finishes is cut off.
    private static final long READ_AT_MOST = 5L * OtlpLimits.REQUEST_BYTES;
    // HTTP/2's NO_ERROR: the answer is there, and nothing more is wanted.
    private static final long NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final BodyReader reader;
    private final long deadline;
    private final Promise<Void> promise = Promise.promise();
    private long received;
    private @Nullable RefusedException refusal;

    /** @param atMost how long the whole body may take, however steadily it comes */
    LimitedBody(Vertx vertx, HttpServerRequest request, BodyReader reader, Duration atMost) {
        this.vertx = vertx;
        this.request = request;
        this.reader = reader;
        deadline = vertx.setTimer(atMost.toMillis(), late -> cutOff());
    }

    /**
     * @return completes when the reader has all of the body; fails with a {@link RefusedException} otherwise; never completes
     *         if the connection breaks, for nobody waits for the answer then
     */
    Future<Void> receive() {
        request.handler(this::append).endHandler(end -> complete()).exceptionHandler(broken -> abandon());
        return promise.future();
    }

    private void append(Buffer chunk) {
        received += chunk.length();
        if (refusal == null)
            feed(chunk);
        if (received > READ_AT_MOST)
            stop();
    }

    private void feed(Buffer chunk) {
        try {
            if (received > OtlpLimits.SENT_BYTES)
                throw new RequestTooLargeException();
            reader.feed(chunk.getBytes());
        } catch (RefusedException e) {
            refuse(e);
        }
    }

    private void refuse(RefusedException reason) {
        refusal = reason;
        reader.close();
    }

    private void abandon() {
        vertx.cancelTimer(deadline);
        // Whoever waits for the reader's content closes it in the end.
        if (!promise.future().isComplete())
            reader.close();
    }

    private void cutOff() {
        if (refusal == null)
            refuse(new SlowSenderException());
        complete();
        stop();
    }

    private void complete() {
        vertx.cancelTimer(deadline);
        try {
            if (refusal == null)
                reader.finish();
        } catch (RefusedException e) {
            refuse(e);
        }
        if (refusal == null)
            promise.tryComplete();
        else
            promise.tryFail(refusal);
    }

    // Other calls share a connection of HTTP/2.
    private void stop() {
        if (request.version() == HttpVersion.HTTP_2)
            request.response().reset(NO_ERROR);
        else
            request.connection().close();
    }
}
