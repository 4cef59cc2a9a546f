package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.AddedSpans;
import dev.foundation.tracing.tracestore.store.Refusal;
import dev.foundation.tracing.tracestore.store.SpanStore;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** What both roads in have in common: from a body to stored spans and the answer. Thread-safe. */
final class TraceIntake {

    private final SpanStore store;
    private final OtlpDecoder decoder;
    private final BodyBudget budget = new BodyBudget(OtlpLimits.RECEIVING_BYTES);

    private final WorkerExecutor oneAtATime;

    TraceIntake(Vertx vertx, SpanStore store) {
        this.store = store;
        oneAtATime = vertx.createSharedWorkerExecutor("otlp-intake", 1);
        decoder = new OtlpDecoder(store.counters());
    }

    /**
     * Stores the spans; readers see them when the future succeeds. Requests are unpacked one after the other: each grows many
     * times over meanwhile, so several at once would take as many times the heap.
     *
     * @return the answer, an {@code ExportTraceServiceResponse} in Protobuf; or fails with {@link MalformedRequestException} or
     *         {@link RequestTooLargeException}
     */
    Future<byte[]> take(byte[] body, boolean gzip) {
        return oneAtATime.executeBlocking(() -> store(body, gzip), false);
    }

    private byte[] store(byte[] body, boolean gzip) throws MalformedRequestException, RequestTooLargeException {
        return answer(store.add(decoder.decode(gzip ? Gzip.decompress(body) : body)));
    }

    /** What both roads may hold together until the future of {@link #take} is complete. */
    BodyBudget budget() {
        return budget;
    }

    /** Counts a request that failed before or in {@link #take}, if it is the sender's doing. */
    void countRefusal(Throwable failure) {
        if (failure instanceof MalformedRequestException)
            refused(Refusal.MALFORMED_REQUEST);
        else if (failure instanceof RequestTooLargeException)
            refused(Refusal.REQUEST_TOO_LARGE);
        else if (failure instanceof SlowSenderException)
            refused(Refusal.SENDER_TOO_SLOW);
        else if (failure instanceof BusyException)
            refused(Refusal.STORE_BUSY);
    }

    /** Counts a request that was refused for its form alone. */
    void refused(Refusal reason) {
        store.counters().refused(reason, 1);
    }

    private static byte[] answer(AddedSpans added) {
        ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
        if (added.refused() > 0)
            answer.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(added.refused())
                    .setErrorMessage("the trace has as many spans or bytes as this store keeps of one trace"));
        return answer.build().toByteArray();
    }
}
