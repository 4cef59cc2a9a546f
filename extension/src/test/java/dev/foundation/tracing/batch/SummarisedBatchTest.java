package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.linkSpan;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.RecordingSpans;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

class SummarisedBatchTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 250).boxed().toList();

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void aHundredItemsThatSucceedHaveSpansUnlessTheBatchSaysOtherwise() {
        batch("numbers.pass", NUMBERS, number -> number);

        assertThat(items()).hasSize(100);
        assertThat(ofBatch().get(longKey("batch.summarised.count"))).isEqualTo(150);
    }

    @Test
    void theSumSaysHowLongThoseBeyondTook() {
        batch("numbers.pass", NUMBERS).summarisedOver(0).each(number -> number);

        Attributes sum = ofBatch();
        double total = sum.get(doubleKey("batch.summarised.total_ms"));
        assertThat(sum.get(doubleKey("batch.summarised.avg_ms"))).isCloseTo(total / NUMBERS.size(), within(0.001))
                .isBetween(sum.get(doubleKey("batch.summarised.min_ms")), sum.get(doubleKey("batch.summarised.max_ms")));
    }

    @Test
    void aBatchWithinTheLimitHasNoSum() {
        batch("numbers.pass", List.of(1, 2)).summarisedOver(2).each(number -> number);

        assertThat(ofBatch().get(longKey("batch.summarised.count"))).isNull();
        assertThat(items()).hasSize(2);
    }

    @Test
    void whatFailsHasItsSpanAndTakesNoneFromThoseThatSucceed() {
        batch("numbers.fail", NUMBERS).summarisedOver(10).each(SummarisedBatchTest::failIfOdd);

        assertThat(items()).filteredOn(item -> item.getStatus().getStatusCode() == StatusCode.ERROR).hasSize(125);
        assertThat(items()).filteredOn(item -> item.getStatus().getStatusCode() != StatusCode.ERROR).hasSize(10);
        assertThat(ofBatch().get(longKey("batch.summarised.count"))).isEqualTo(115);
    }

    @Test
    void onSeveralThreadsToo() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            batch("numbers.fail", NUMBERS).summarisedOver(10).parallel(5, pool).each(SummarisedBatchTest::failIfOdd);
        } finally {
            pool.shutdownNow();
        }

        assertThat(items()).filteredOn(item -> item.getStatus().getStatusCode() == StatusCode.ERROR).hasSize(125);
        assertThat(ofBatch().get(longKey("batch.summarised.count")) + items().size()).isEqualTo(NUMBERS.size());
    }

    private static int failIfOdd(int number) {
        if (number % 2 == 1)
            throw new IllegalArgumentException("odd: " + number);
        return number;
    }

    @Test
    void aSpanThatIsMadeInTheEndSaysAllThatHappened() {
        SpanData other = withSpan("message.send", () -> spans).only();

        batch("numbers.fail", List.of(7)).summarisedOver(0).each(number -> {
            addAttributes("number.value", number);
            recordEvent("number.seen", "number.odd", true);
            linkSpan(other.getSpanContext());
            throw new IllegalStateException("seven");
        });

        SpanData item = items().get(0);
        assertThat(item.getParentSpanId()).isEqualTo(spans.named("numbers.fail").getSpanId());
        assertThat(item.getAttributes().get(longKey("number.value"))).isEqualTo(7);
        assertThat(item.getAttributes().get(longKey("batch.item.index"))).isZero();
        assertThat(item.getAttributes().get(stringKey("batch.item.status"))).isEqualTo("error");
        assertThat(item.getAttributes().get(stringKey("error.type"))).isEqualTo("java.lang.IllegalStateException");
        assertThat(item.getEvents()).extracting(EventData::getName).containsExactly("number.seen", "exception");
        assertThat(item.getLinks()).singleElement().satisfies(
                link -> assertThat(link.getSpanContext().getSpanId()).isEqualTo(other.getSpanId()));
        assertThat(item.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(ofBatch().size()).as("nothing of it is on the batch's span").isEqualTo(3);
    }

    @Test
    void aSpanThatIsMadeInTheEndBeganWhenItsItemDid() {
        batch("numbers.fail", List.of(7)).summarisedOver(0).each(number -> {
            withSpan("number.look", () -> number);
            throw new IllegalStateException("seven");
        });

        SpanData batch = spans.named("numbers.fail");
        SpanData item = items().get(0);
        SpanData inside = spans.named("number.look");
        assertThat(item.getStartEpochNanos()).isBetween(batch.getStartEpochNanos(), inside.getStartEpochNanos());
        assertThat(item.getEndEpochNanos()).isBetween(inside.getEndEpochNanos(), batch.getEndEpochNanos());
        assertThat(item.getEvents()).extracting(EventData::getEpochNanos)
                .allMatch(at -> at >= item.getStartEpochNanos() && at <= item.getEndEpochNanos());
    }

    @Test
    void whatHappensInsideHangsOnTheBatchSinceNobodyKnowsWhetherTheItemWillHaveASpan() {
        batch("numbers.pass", List.of(7)).summarisedOver(0).each(number -> withSpan("number.look", () -> number));

        assertThat(spans.named("number.look").getParentSpanId()).isEqualTo(spans.named("numbers.pass").getSpanId());
        assertThat(items()).isEmpty();
    }

    @Test
    void whatSaysItselfThatItFailedIsKept() {
        batch("numbers.pass", List.of(7)).summarisedOver(0)
                .each(number -> currentSpan().setStatus(StatusCode.ERROR, "it is seven"));

        assertThat(items()).singleElement()
                .satisfies(item -> assertThat(item.getStatus().getDescription()).isEqualTo("it is seven"));
    }

    @Test
    void whatFailsAsExpectedIsKept() {
        batch("files.read", List.of("missing")).summarisedOver(0).each(file -> {
            throw new FileNotFoundException(file);
        });

        assertThat(items()).hasSize(1);
        assertThat(items().get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void anItemThatNeverStopsTalkingIsKeptInBounds() {
        batch("numbers.fail", List.of(7)).summarisedOver(0).each(number -> {
            for (int i = 0; i < 100_000; i++)
                recordEvent("number.seen");
            throw new IllegalStateException("seven");
        });

        assertThat(items().get(0).getTotalRecordedEvents()).isBetween(128, 1_000);
        assertThat(items().get(0).getAttributes().get(stringKey("error.type")))
                .isEqualTo("java.lang.IllegalStateException");
    }

    private Attributes ofBatch() {
        return spans.ended().get(spans.ended().size() - 1).getAttributes();
    }

    private List<SpanData> items() {
        return spans.ended().stream().filter(span -> span.getName().endsWith(".item")).toList();
    }
}
