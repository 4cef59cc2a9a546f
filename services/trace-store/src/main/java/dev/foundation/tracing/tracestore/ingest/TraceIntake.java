package dev.foundation.tracing.tracestore.ingest;

import java.time.Duration;

import dev.foundation.tracing.tracestore.store.AddedSpans;
import dev.foundation.tracing.tracestore.store.Refusal;
import dev.foundation.tracing.tracestore.store.SpanStore;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;

/** What all roads in have in common: from a body to stored spans and the answer. Thread-safe. */
final class TraceIntake {

    private final Vertx vertx;
    private final SpanStore store;
    private final Duration receiving;
    private final OtlpDecoder decoder;
    private final BodyBudget budget = new BodyBudget(OtlpLimits.RECEIVING_BYTES);
    private final RequestSlots slots = new RequestSlots(OtlpLimits.REQUESTS_AT_ONCE);
    private final WorkerExecutor oneAtATime;

    /** @param receiving how long a request may take from its head to its last byte */
    TraceIntake(Vertx vertx, SpanStore store, Duration receiving) {
        this.vertx = vertx;
        this.store = store;
        this.receiving = receiving;
        oneAtATime = vertx.createSharedWorkerExecutor("otlp-intake", 1);
        decoder = new OtlpDecoder(store.counters());
    }

    /** Room for one more request; if there is none, that body says so. */
    CountedBody newBody() {
        return new CountedBody(budget, slots);
    }

    /**
     * Receives a request and stores its spans; readers see them when the future succeeds.
     *
     * @param reader makes that body of what comes; closed in the end
     * @return the answer; or fails, often with a {@link RefusedException}, which is counted already
     */
    Future<ExportTraceServiceResponse> receive(HttpServerRequest request, BodyReader reader, CountedBody body,
            OtlpFormat format) {
        return new LimitedBody(vertx, request, reader, receiving).receive().compose(received -> take(body, format))
                .onComplete(done -> reader.close()).onFailure(this::countRefusal);
    }

    int requestsInFlight() {
        return slots.taken();
    }

    /** Counts a request that was refused for its form alone. */
    void refused(Refusal reason) {
        store.counters().refused(reason, 1);
    }

    // One after the other: each request grows many times over meanwhile, so several at once would take as many times the heap.
    private Future<ExportTraceServiceResponse> take(CountedBody body, OtlpFormat format) {
        return oneAtATime.executeBlocking(() -> answer(store.add(decoder.decode(format.parse(body.joined())))), false);
    }

    private void countRefusal(Throwable failure) {
        if (failure instanceof RefusedException refused)
            refused(refused.reason());
    }

    private static ExportTraceServiceResponse answer(AddedSpans added) {
        ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
        if (added.refused() > 0)
            answer.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(added.refused())
                    .setErrorMessage("the trace has as many spans or bytes as this store keeps of one trace"));
        return answer.build();
    }
}
