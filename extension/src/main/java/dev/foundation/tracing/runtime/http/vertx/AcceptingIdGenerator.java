package dev.foundation.tracing.runtime.http.vertx;

import io.opentelemetry.sdk.trace.IdGenerator;

/** Gives the root of a request the trace id that its caller asked for. */
final class AcceptingIdGenerator implements IdGenerator {

    private final IdGenerator generator;

    AcceptingIdGenerator(IdGenerator generator) {
        this.generator = generator;
    }

    @Override
    public String generateSpanId() {
        return generator.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        String accepted = AcceptedTraceId.take();
        return accepted == null ? generator.generateTraceId() : accepted;
    }
}
