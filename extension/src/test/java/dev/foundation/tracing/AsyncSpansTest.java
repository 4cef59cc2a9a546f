package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;

/** A span whose work goes on after its body has returned: it ends when the result does, and is current no longer. */
class AsyncSpansTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void aStageEndsItsSpanWhenItCompletes() {
        CompletableFuture<String> price = new CompletableFuture<>();
        CompletableFuture<String> result = withSpan("order.price", () -> price);

        assertThat(result).isSameAs(price);
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        assertThat(spans.ended()).isEmpty();
        price.complete("12.40");
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void aStageThatFailsFailsItsSpanByWhatFailedAndNotByWhatCarriesIt() {
        CompletableFuture<String> price = new CompletableFuture<>();
        withSpan("order.price", () -> price.thenApply(String::trim));
        price.completeExceptionally(new IllegalStateException("sold out"));

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.only().getAttributes().asMap()).containsValue("java.lang.IllegalStateException");
    }

    @Test
    void aStageThatIsCancelledEndsItsSpanAsCancelled() {
        CompletableFuture<String> price = new CompletableFuture<>();
        withSpan("order.price", () -> price).cancel(true);

        assertCancelled(spans.only());
    }

    @Test
    void aUniEndsItsSpanWhenItsItemIsThere() {
        CompletableFuture<String> price = new CompletableFuture<>();
        Uni<String> uni = withSpan("order.price", () -> Uni.createFrom().completionStage(price));
        CompletableFuture<String> subscribed = uni.subscribeAsCompletionStage();

        assertThat(spans.ended()).isEmpty();
        price.complete("12.40");
        assertThat(subscribed).isCompletedWithValue("12.40");
        assertThat(spans.only().getName()).isEqualTo("order.price");
    }

    @Test
    void aUniThatFailsFailsItsSpan() {
        Uni<String> uni = withSpan("order.price", () -> Uni.createFrom().failure(new IllegalStateException("sold out")));

        assertThatThrownBy(() -> uni.await().indefinitely()).hasMessage("sold out");
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aUniThatIsCancelledEndsItsSpanAsCancelled() {
        Uni<String> uni = withSpan("order.price", () -> Uni.createFrom().nothing());
        Cancellable subscription = uni.subscribe().with(item -> {
        });
        subscription.cancel();

        assertCancelled(spans.only());
    }

    @Test
    void unisThatRunSideBySideAreSiblings() {
        withSpan("order.place", () -> Uni.combine().all().unis(price("price.tea"), price("price.cup")).asTuple()
                .await().indefinitely());

        String parent = spans.named("order.place").getSpanId();
        assertThat(spans.named("price.tea").getParentSpanId()).isEqualTo(parent);
        assertThat(spans.named("price.cup").getParentSpanId()).isEqualTo(parent);
    }

    @Test
    void everyFurtherSubscriptionIsASpanOfItsOwnBesideTheFirst() {
        List<String> tries = new ArrayList<>();
        withSpan("order.pay", () -> withSpan("order.price", () -> Uni.createFrom().item(() -> {
            tries.add("try");
            if (tries.size() < 3)
                throw new IllegalStateException("not yet");
            return "12.40";
        })).onFailure().retry().atMost(5).await().indefinitely());

        List<SpanData> subscriptions = spans.ended().stream().filter(span -> span.getName().equals("order.price")).toList();
        assertThat(subscriptions).extracting(span -> span.getAttributes().get(longKey("subscription")))
                .containsExactly(null, 2L, 3L);
        assertThat(subscriptions).extracting(span -> span.getStatus().getStatusCode()).containsExactly(StatusCode.ERROR,
                StatusCode.ERROR, StatusCode.UNSET);
        assertThat(subscriptions).extracting(SpanData::getParentSpanId)
                .containsOnly(spans.named("order.pay").getSpanId());
    }

    @Test
    void workOfAFurtherSubscriptionHangsOnTheSpanOfThatOne() {
        Uni<String> price = withSpan("price.find", () -> {
            Context captured = Context.current(); // as context propagation does
            return Uni.createFrom().item(captured.wrapSupplier(() -> withSpan("price.read", () -> "12.40")));
        });
        price.await().indefinitely();
        price.await().indefinitely();

        assertThat(spans.ended()).filteredOn(span -> span.getName().equals("price.read")).extracting(SpanData::getParentSpanId)
                .containsExactlyElementsOf(spans.ended().stream().filter(span -> span.getName().equals("price.find"))
                        .map(SpanData::getSpanId).toList());
    }

    @Test
    void aFurtherSubscriptionInAnotherTraceIsPartOfThat() {
        Uni<String> price = withSpan("price.find", () -> Uni.createFrom().item("12.40"));
        price.await().indefinitely();
        withSpan("order.place", () -> price.await().indefinitely());

        SpanData again = spans.ended().get(1);
        assertThat(again.getName()).isEqualTo("price.find");
        assertThat(again.getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(again.getLinks()).extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(spans.ended().get(0).getSpanId());
    }

    @Test
    void aSubscriptionThatCanHaveNoSpanSucceedsAllTheSame() {
        AtomicInteger made = new AtomicInteger();
        Tracer onlyOnce = name -> {
            if (made.getAndIncrement() > 0)
                throw new IllegalStateException("a sampler of the application failed");
            return spans.tracer().spanBuilder(name);
        };
        spans.install(new SpanOpener(onlyOnce, true, new Failures(Set.of()), Observations.plain()));
        Uni<String> price = withSpan("price.find", () -> Uni.createFrom().item("12.40"));

        assertThat(price.await().indefinitely()).isEqualTo("12.40");
        assertThat(price.await().indefinitely()).isEqualTo("12.40");
    }

    @Test
    void aGroupOfAStreamIsHandedOnAsWhatItIs() {
        List<Integer> keys = Multi.createFrom().items(1, 2, 3).group().by(i -> i % 2)
                .map(group -> withSpan("group.read", () -> group).key()).collect().asList().await().indefinitely();

        assertThat(keys).containsExactly(1, 0);
    }

    @Test
    void aMultiEndsItsSpanAfterItsLastItem() {
        Multi<Integer> multi = withSpan("order.stream", () -> Multi.createFrom().items(1, 2, 3));
        assertThat(spans.ended()).isEmpty();

        assertThat(multi.collect().asList().await().indefinitely()).containsExactly(1, 2, 3);
        assertThat(spans.only().getName()).isEqualTo("order.stream");
    }

    @Test
    void aMultiWhoseReaderHasEnoughEndsItsSpanAsCancelled() {
        Multi<Integer> multi = withSpan("order.stream", () -> Multi.createFrom().items(1, 2, 3));
        multi.select().first(1).collect().asList().await().indefinitely();

        assertCancelled(spans.only());
    }

    @Test
    void aProcessorIsHandedOnAsWhatItIs() {
        BroadcastProcessor<String> processor = withSpan("order.listen", () -> BroadcastProcessor.create());

        assertThat(processor).isNotNull();
        assertThat(spans.only().hasEnded()).isTrue();
    }

    @Test
    void aBodyThatThrowsInsteadOfReturningItsUniEndsItsSpan() {
        assertThatThrownBy(() -> withSpan("order.price", () -> {
            if (spans.ended().isEmpty())
                throw new IllegalStateException("at once");
            return price("price.tea");
        })).hasMessage("at once");

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private static Uni<String> price(String name) {
        return withSpan(name, () -> Uni.createFrom().item(() -> "12.40"));
    }

    private static void assertCancelled(SpanData span) {
        assertThat(span.getAttributes().get(booleanKey("cancelled"))).isTrue();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getEvents()).isEmpty();
    }
}
