package dev.foundation.tracing.events;

import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.runWithSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.control.ObservedSpan;
import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.LogEvents;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;

class LogEventsTest {

    private static final SpanContext UNSAMPLED = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getDefault(), TraceState.getDefault());

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final InMemoryLogRecordExporter exporter = InMemoryLogRecordExporter.create();
    private final SdkLoggerProvider provider = SdkLoggerProvider.builder()
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter)).build();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void anEventIsALogRecordOfItsSpan() {
        logging(false);

        withSpan("order.place", () -> recordEvent("order.priced", "order.items", 2, "currency", "EUR"));

        LogRecordData event = only();
        assertThat(event.getEventName()).isEqualTo("order.priced");
        assertThat(event.getAttributes()).isEqualTo(Attributes.builder().put("order.items", 2).put("currency", "EUR").build());
        assertThat(event.getSpanContext()).isEqualTo(spans.only().getSpanContext());
        assertThat(event.getTimestampEpochNanos()).isPositive();
        assertThat(spans.only().getEvents()).isEmpty();
    }

    @Test
    void itCanBeBoth() {
        logging(true);

        withSpan("order.place", () -> recordEvent("order.priced"));

        assertThat(only().getEventName()).isEqualTo("order.priced");
        assertThat(spans.only().getEvents()).hasSize(1);
    }

    @Test
    void anEventOfASpanThatSomebodyElseMadeIsOneToo() {
        logging(false);

        Span others = spans.tracer().spanBuilder("GET /orders").startSpan();
        try (Scope ignored = others.makeCurrent()) {
            recordEvent("order.priced");
        }

        assertThat(only().getSpanContext()).isEqualTo(others.getSpanContext());
    }

    @Test
    void anEventBelowASpanThatIsNotSampledIsLoggedAllTheSame() {
        logging(true);

        try (Scope ignored = Span.wrap(UNSAMPLED).makeCurrent()) {
            runWithSpan("order.place", span -> span.recordEvent("order.priced", "order.items", 2));
            recordEvent("order.placed");
        }

        assertThat(exporter.getFinishedLogRecordItems()).extracting(LogRecordData::getEventName)
                .containsExactly("order.priced", "order.placed");
        assertThat(exporter.getFinishedLogRecordItems()).allMatch(event -> event.getSpanContext().equals(UNSAMPLED));
        assertThat(spans.ended()).isEmpty();
    }

    @Test
    void whatIsSaidToASpanThatIsSwitchedOffIsNotSaidToTheOneAroundIt() {
        logging(false);
        SpanPoints.named("events.off").turn(false);

        withSpan("order.place",
                () -> runWithSpan("events.off", span -> span.setAttribute("mine", true).recordEvent("order.priced")));

        assertThat(only().getEventName()).isEqualTo("order.priced");
        assertThat(spans.only().getAttributes().isEmpty()).isTrue();
    }

    @Test
    void withoutASpanThereIsNoEvent() {
        logging(false);

        recordEvent("order.priced");

        assertThat(exporter.getFinishedLogRecordItems()).isEmpty();
    }

    @Test
    void exceptionsStayOnTheirSpan() {
        logging(false);

        runWithSpan("order.place", span -> span.fail(new IllegalStateException()));

        assertThat(exporter.getFinishedLogRecordItems()).isEmpty();
        assertThat(spans.only().getEvents()).hasSize(1);
    }

    @Test
    void listenersAreToldOfAnEventWhereverItGoes() {
        List<String> told = new ArrayList<>();
        spans.install(new SpanOpener(spans.tracer(), true, new Failures(Set.of()),
                Observations.eventsTo(new LogEvents(provider.get("test"), UnaryOperator.identity(), false), new SpanListener() {
                    @Override
                    public void onEvent(ObservedSpan span, String name, Attributes attributes) {
                        told.add(name);
                    }
                })));

        withSpan("order.place", () -> recordEvent("order.priced"));

        assertThat(told).containsExactly("order.priced");
        assertThat(only().getEventName()).isEqualTo("order.priced");
    }

    private void logging(boolean onSpanToo) {
        spans.install(new SpanOpener(spans.tracer(), true, new Failures(Set.of()),
                Observations.eventsTo(new LogEvents(provider.get("test"), UnaryOperator.identity(), onSpanToo))));
    }

    private LogRecordData only() {
        assertThat(exporter.getFinishedLogRecordItems()).hasSize(1);
        return exporter.getFinishedLogRecordItems().get(0);
    }
}
