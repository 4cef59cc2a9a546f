package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.BatchResult;
import dev.foundation.tracing.RecordingSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

class BatchSpansTest {

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()));

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void theBatchCountsItsItemsAndEachHasItsIndexAndStatus() {
        batch("numbers.parse", List.of("1", "two", "3"), Integer::parseInt);

        SpanData batch = spans.named("numbers.parse");
        assertThat(batch.getAttributes().asMap()).containsEntry(longKey("batch.size"), 3L)
                .containsEntry(longKey("batch.succeeded"), 2L).containsEntry(longKey("batch.failed"), 1L).hasSize(3);
        assertThat(items()).allMatch(item -> item.getParentSpanId().equals(batch.getSpanId()))
                .extracting(item -> item.getAttributes().get(longKey("batch.item.index"))).containsExactly(0L, 1L, 2L);
        assertThat(items()).extracting(item -> item.getAttributes().get(stringKey("batch.item.status")))
                .containsExactly("success", "error", "success");
    }

    @Test
    void aFailedItemFailsItsOwnSpanAndNotTheBatch() {
        batch("numbers.parse", List.of("two"), Integer::parseInt);

        SpanData item = items().get(0);
        assertThat(item.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(item.getAttributes().get(stringKey("error.type"))).isEqualTo("java.lang.NumberFormatException");
        assertThat(item.getEvents()).extracting(EventData::getName).containsExactly("exception");
        assertThat(spans.named("numbers.parse").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void whatStopsABatchFailsItToo() {
        batch("numbers.parse", List.of("two", "3", "4")).failFast().each(Integer::parseInt);

        SpanData batch = spans.named("numbers.parse");
        assertThat(batch.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(batch.getAttributes().get(stringKey("error.type"))).isEqualTo("java.lang.NumberFormatException");
        assertThat(batch.getEvents()).as("it is recorded on the item").isEmpty();
        assertThat(batch.getAttributes().get(longKey("batch.not_run"))).isEqualTo(2);
        assertThat(items()).hasSize(1);
    }

    @Test
    void anErrorEndsTheSpansOnItsWay() {
        assertThatThrownBy(() -> batch("numbers.check", List.of(1, 2), number -> {
            throw new AssertionError("no");
        })).isInstanceOf(AssertionError.class);

        assertThat(spans.ended()).hasSize(2).allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void anExpectedExceptionIsAFailureOfTheItemThatFailsNoSpan() {
        BatchResult<String> result = batch("files.read", List.of("missing"), file -> {
            throw new FileNotFoundException(file);
        });

        assertThat(result.failed()).isEqualTo(1);
        assertThat(items().get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(items().get(0).getAttributes().get(stringKey("batch.item.status"))).isEqualTo("error");
    }

    @Test
    void itemsMayHaveANameOfTheirOwnAndAttributesFromInside() {
        batch("order.items", List.of("tea-01")).itemsNamed("order.item").each(sku -> {
            addAttributes("product.sku", sku);
            return sku;
        });

        assertThat(spans.named("order.item").getAttributes().get(stringKey("product.sku"))).isEqualTo("tea-01");
    }

    @Test
    void aBatchIsPartOfTheTraceThatIsCurrent() {
        withSpan("order.place", () -> batch("order.items", List.of("tea-01"), sku -> sku));

        assertThat(spans.named("order.items").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
    }

    @Test
    void belowASpanThatIsNotSampledItsItemsHaveNone() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            BatchResult<Span> result = batch("order.items", List.of("tea-01"), sku -> Span.current());

            assertThat(result.values()).containsExactly(UNSAMPLED);
        }
        assertThat(spans.ended()).isEmpty();
    }

    private List<SpanData> items() {
        return spans.ended().stream().filter(span -> span.getName().endsWith(".item")).toList();
    }
}
