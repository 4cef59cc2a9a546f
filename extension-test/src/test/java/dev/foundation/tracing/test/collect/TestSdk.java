package dev.foundation.tracing.test.collect;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** OpenTelemetry's own SDK, as an application without Quarkus uses it. */
public final class TestSdk implements AutoCloseable {

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    public TestSdk(String service, SpanProcessor processor) {
        provider = SdkTracerProvider.builder().addSpanProcessor(processor)
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))).build();
        tracer = provider.get("test");
    }

    public Tracer tracer() {
        return tracer;
    }

    Span root(String name) {
        return tracer.spanBuilder(name).setNoParent().startSpan();
    }

    Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }

    @Override
    public void close() {
        provider.close();
    }
}
