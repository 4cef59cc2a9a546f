package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the body of a request and never holds more of it than the limits allow. Used on one event loop. */
final class LimitedBody {

    // Reading on lets the sender finish and see the answer; one that never finishes is cut off.
    private static final long READ_AT_MOST = 5L * OtlpLimits.REQUEST_BYTES;

    private final HttpServerRequest request;
    private final BodyBudget budget;
    private final Promise<Buffer> promise = Promise.promise();
    private Buffer collected = Buffer.buffer();
    private long received;
    private long held;
    private @Nullable Exception refusal;

    LimitedBody(HttpServerRequest request, BodyBudget budget) {
        this.request = request;
        this.budget = budget;
    }

    /**
     * @return the body as it was sent; fails with {@link RequestTooLargeException} or {@link BusyException}; never completes if
     *         the connection breaks, for nobody waits for the answer then
     */
    Future<Buffer> collect() {
        request.handler(this::append).endHandler(end -> complete()).exceptionHandler(broken -> release());
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

    private void complete() {
        if (refusal == null)
            promise.tryComplete(collected);
        else
            promise.tryFail(refusal);
    }
}
