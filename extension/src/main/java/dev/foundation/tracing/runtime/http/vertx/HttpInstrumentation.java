package dev.foundation.tracing.runtime.http.vertx;

import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.http.client.HttpNames;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer.InstrumentationType;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider;
import io.opentelemetry.instrumentation.api.instrumenter.SpanNameExtractor;
import io.opentelemetry.instrumentation.api.instrumenter.SpanStatusExtractor;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.spi.observability.HttpResponse;

/** Completes the spans that Quarkus makes of HTTP on Vert.x. OpenTelemetry finds it by name, and asks it at each start. */
@SuppressWarnings({ "rawtypes", "unchecked" }) // instrumentations of all kinds are handed in, and their types are not known
public final class HttpInstrumentation implements InstrumenterCustomizerProvider {

    private static final String QUARKUS = "io.quarkus.opentelemetry";

    @Override
    public void customize(InstrumenterCustomizer instrumenter) {
        if (!instrumenter.getInstrumentationName().equals(QUARKUS))
            return;
        TracingRunTimeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                .getConfigMapping(TracingRunTimeConfig.class);
        if (!config.active())
            return;
        SafeUrls urls = new SafeUrls(config.http().secretParameters().orElse(Set.of()));
        if (instrumenter.hasType(InstrumentationType.HTTP_CLIENT))
            completeClient(instrumenter, urls);
        if (instrumenter.hasType(InstrumentationType.HTTP_SERVER))
            completeServer(instrumenter, urls, config.http().acceptTraceId());
    }

    private static void completeClient(InstrumenterCustomizer instrumenter, SafeUrls urls) {
        instrumenter.addAttributesExtractor(new ClientDetails(urls))
                .addContextCustomizer(new ParentOfCall())
                .setSpanNameExtractorCustomizer(HttpInstrumentation::nameOfCall)
                .setSpanStatusExtractorCustomizer(HttpInstrumentation::failingFrom400);
    }

    private static void completeServer(InstrumenterCustomizer instrumenter, SafeUrls urls, boolean acceptTraceId) {
        instrumenter.addAttributesExtractor(new ServerDetails(urls));
        if (acceptTraceId)
            instrumenter.addContextCustomizer(new AcceptedTraceId());
    }

    private static SpanNameExtractor<?> nameOfCall(SpanNameExtractor quarkus) {
        return request -> {
            ClientCall call = CallTracer.starting();
            return call == null || call.operation == null ? quarkus.extract(request) : call.operation;
        };
    }

    /** Quarkus has the rule for servers, where 404 is no failure. */
    private static SpanStatusExtractor<?, ?> failingFrom400(SpanStatusExtractor quarkus) {
        return (status, request, response, failure) -> {
            quarkus.extract(status, request, response, failure);
            if (response instanceof HttpResponse http && HttpNames.isFailure(http.statusCode()))
                status.setStatus(StatusCode.ERROR);
        };
    }
}
