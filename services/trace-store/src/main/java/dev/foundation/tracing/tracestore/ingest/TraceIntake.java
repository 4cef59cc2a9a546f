package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.AddedSpans;
import dev.foundation.tracing.tracestore.store.Refusal;
import dev.foundation.tracing.tracestore.store.SpanStore;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** What all roads in have in common: from a body to stored spans and the answer. Thread-safe. */
final class TraceIntake {

    private final SpanStore store;
    private final OtlpDecoder decoder;
    private final BodyBudget budget = new BodyBudget(OtlpLimits.RECEIVING_BYTES);
    private final RequestSlots slots = new RequestSlots(OtlpLimits.REQUESTS_AT_ONCE);
    private final WorkerExecutor oneAtATime;

    TraceIntake(Vertx vertx, SpanStore store) {
        this.store = store;
        oneAtATime = vertx.createSharedWorkerExecutor("otlp-intake", 1);
        decoder = new OtlpDecoder(store.counters());
    }

    /** Room for one more request; if there is none, that body says so. */
    CountedBody newBody() {
        return new CountedBody(budget, slots);
    }

    int requestsInFlight() {
        return slots.taken();
    }

    /**
     * Stores the spans; readers see them when the future succeeds. Requests are unpacked one after the other: each grows many
     * times over meanwhile, so several at once would take as many times the heap.
     *
     * @return the answer; or fails with {@link MalformedRequestException}
     */
    Future<ExportTraceServiceResponse> take(CountedBody body, OtlpFormat format) {
        return oneAtATime.executeBlocking(() -> answer(store.add(decoder.decode(format.parse(body.joined())))), false);
    }

    /** Counts a request that failed, if that is not the store's own doing. */
    void countRefusal(Throwable failure) {
        if (failure instanceof RefusedException refused)
            refused(refused.reason());
    }

    /** Counts a request that was refused for its form alone. */
    void refused(Refusal reason) {
        store.counters().refused(reason, 1);
    }

    private static ExportTraceServiceResponse answer(AddedSpans added) {
        ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
        if (added.refused() > 0)
            answer.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(added.refused())
                    .setErrorMessage("the trace has as many spans or bytes as this store keeps of one trace"));
        return answer.build();
    }
}
