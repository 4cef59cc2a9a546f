package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.BatchResult;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.Spans;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

class BatchOriginsTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private record Message(PropagatedContext sentBy) {

        static Message sent() {
            return new Message(withSpan("message.send", Spans::propagateContext));
        }
    }

    @Test
    void eachItemIsLinkedToWhereItComesFromAndTheBatchToAllOfThese() {
        List<Message> messages = List.of(Message.sent(), Message.sent());

        batch("mail.messages", messages).linkedTo(Message::sentBy).each(message -> "sent").orThrow();

        List<String> origins = messages.stream().map(message -> message.sentBy().span().getTraceId()).toList();
        assertThat(linkedTo(spans.named("mail.messages"))).isEqualTo(origins);
        assertThat(items()).extracting(BatchOriginsTest::linkedTo)
                .containsExactly(origins.subList(0, 1), origins.subList(1, 2));
        assertThat(items()).as("they are part of the batch's trace")
                .allMatch(item -> item.getTraceId().equals(spans.named("mail.messages").getTraceId()));
    }

    @Test
    void aFailedItemBeyondTheLimitIsLinkedToo() {
        batch("mail.messages", List.of(Message.sent())).linkedTo(Message::sentBy).summarisedOver(0).each(message -> {
            throw new IllegalStateException("bounced");
        });

        assertThat(items().get(0).getLinks()).hasSize(1);
    }

    @Test
    void theBatchIsLinkedOnceToAnOriginThatManyItemsShare() {
        Message message = Message.sent();

        batch("mail.messages", List.of(message, message, message)).linkedTo(Message::sentBy).each(item -> "sent");

        assertThat(spans.named("mail.messages").getLinks()).hasSize(1);
        assertThat(spans.named("mail.messages").getAttributes().get(longKey("batch.links_left_out"))).isNull();
    }

    @Test
    void theBatchHasAsManyLinksAsASpanCanHaveAndSaysHowManyItLeftOut() {
        List<Message> messages = IntStream.range(0, 150).mapToObj(i -> Message.sent()).toList();

        batch("mail.messages", messages).linkedTo(Message::sentBy).each(message -> "sent");

        SpanData batch = spans.named("mail.messages");
        assertThat(batch.getLinks()).hasSize(128);
        assertThat(batch.getTotalRecordedLinks()).isEqualTo(128);
        assertThat(batch.getAttributes().get(longKey("batch.links_left_out"))).isEqualTo(22);
    }

    @Test
    void anItemFromNowhereHasNoLink() {
        batch("mail.messages", List.of("none", "no trace"))
                .linkedTo(text -> text.equals("none") ? null : SpanRuntime.installed().propagateContext())
                .each(text -> "sent");

        assertThat(items().get(0).getLinks()).isEmpty();
        assertThat(items().get(1).getLinks()).as("what is current then is the item itself").hasSize(1);
    }

    @Test
    void anOriginThatCannotBeReadFailsNoItem() {
        BatchResult<String> result = batch("mail.messages", List.of("broken")).linkedTo(text -> {
            throw new IllegalArgumentException(text);
        }).each(text -> "sent");

        assertThat(result.values()).containsExactly("sent");
        assertThat(items().get(0).getLinks()).isEmpty();
    }

    @Test
    void originsAreNotAskedForWhereNothingIsTraced() {
        SpanRuntime.install(null);
        AtomicInteger asked = new AtomicInteger();

        batch("mail.messages", List.of("a")).linkedTo(text -> {
            asked.incrementAndGet();
            return null;
        }).each(text -> "sent");

        assertThat(asked).hasValue(0);
    }

    private static List<String> linkedTo(SpanData span) {
        return span.getLinks().stream().map(LinkData::getSpanContext).map(context -> context.getTraceId()).toList();
    }

    private List<SpanData> items() {
        return spans.ended().stream().filter(span -> span.getName().endsWith(".item")).toList();
    }
}
