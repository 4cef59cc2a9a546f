package dev.foundation.tracing.tracestore.ingest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the body of a request and never holds more of it than the limits allow. Used on one event loop. */
final class LimitedBody {

    // Reading on lets the sender finish and see the answer; one that never finishes is cut off.
    private static final long READ_AT_MOST = 5L * OtlpLimits.REQUEST_BYTES;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final BodyBudget budget;
    private final long deadline;
    private final Promise<Buffer> promise = Promise.promise();
    private Buffer collected = Buffer.buffer();
    private long received;
    private long held;
    private @Nullable Exception refusal;

    /** @param atMost how long the whole body may take, however steadily it comes */
    LimitedBody(Vertx vertx, HttpServerRequest request, BodyBudget budget, Duration atMost) {
        this.vertx = vertx;
        this.request = request;
        this.budget = budget;
        deadline = vertx.setTimer(atMost.toMillis(), late -> cutOff());
    }

    /**
     * @return the body as it was sent; fails with {@link RequestTooLargeException}, {@link BusyException} or
     *         {@link SlowSenderException}; never completes if
     *         the connection breaks, for nobody waits for the answer then
     */
    Future<Buffer> collect() {
        request.handler(this::append).endHandler(end -> complete()).exceptionHandler(broken -> abandon());
        return promise.future();
    }

    /** To be called when the body is done with, however that ended. */
    void release() {
        budget.giveBack(held);
        held = 0;
        collected = Buffer.buffer();
    }

    private void append(Buffer chunk) {
        received += chunk.length();
        if (refusal == null)
            take(chunk);
        if (received > READ_AT_MOST)
            request.connection().close();
    }

    private void take(Buffer chunk) {
        if (received > OtlpLimits.REQUEST_BYTES) {
            refuse(new RequestTooLargeException());
        } else if (!budget.take(chunk.length())) {
            refuse(new BusyException());
        } else {
            held += chunk.length();
            collected.appendBuffer(chunk);
        }
    }

    private void refuse(Exception reason) {
        refusal = reason;
        release();
    }

    private void abandon() {
        vertx.cancelTimer(deadline);
        release();
    }

    private void cutOff() {
        if (refusal == null)
            refuse(new SlowSenderException());
        complete();
        request.connection().close();
    }

    private void complete() {
        vertx.cancelTimer(deadline);
        if (refusal == null)
            promise.tryComplete(collected);
        else
            promise.tryFail(refusal);
    }
}
