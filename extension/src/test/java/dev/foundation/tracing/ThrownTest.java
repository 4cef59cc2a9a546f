package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

class ThrownTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final IllegalStateException soldOut = new IllegalStateException("sold out");

    @Test
    void isRecordedOnceOnTheInnermostSpanAndFailsAllThatItLeaves() {
        assertThatThrownBy(() -> withSpan("order.place", () -> withSpan("order.price", this::fail))).isSameAs(soldOut);

        assertThat(recorded("order.price")).isOne();
        assertThat(recorded("order.place")).isZero();
        assertThat(spans.ended()).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("java.lang.IllegalStateException");
        });
    }

    @Test
    void isRecordedOnceAlsoIfAnotherThreadSawItFirst() {
        assertThatThrownBy(() -> withSpan("order.place", around -> {
            PropagatedContext context = Spans.propagateContext();
            try {
                return CompletableFuture.supplyAsync(
                        () -> Spans.withPropagatedContext(context, () -> withSpan("order.price", this::fail))).join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        })).isSameAs(soldOut);

        assertThat(recorded("order.price")).isOne();
        assertThat(recorded("order.place")).isZero();
    }

    @Test
    void theSameObjectThrownByASecondAttemptIsRecordedThereToo() {
        withSpan("order.pay", () -> {
            for (String attempt : List.of("attempt.first", "attempt.second"))
                assertThatThrownBy(() -> withSpan(attempt, this::fail)).isSameAs(soldOut);
        });

        assertThat(recorded("attempt.first")).isOne();
        assertThat(recorded("attempt.second")).isOne();
        assertThat(spans.named("order.pay").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void spansSideBySideThatWaitForTheSameFailureRecordItEach() {
        IllegalStateException refused = new IllegalStateException("refused");
        CompletableFuture<String> shared = new CompletableFuture<>();
        withSpan("order.place", () -> {
            withSpan("price.first", () -> shared.copy());
            withSpan("price.second", () -> shared.copy());
        });
        shared.completeExceptionally(refused);

        assertThat(spans.named("price.first").getEvents()).hasSize(1);
        assertThat(spans.named("price.second").getEvents()).hasSize(1);
    }

    @Test
    void theSameObjectThrownInAnotherTraceIsRecordedThereToo() {
        assertThatThrownBy(() -> withSpan("trace.first", this::fail)).isSameAs(soldOut);
        assertThatThrownBy(() -> withSpan("trace.second", this::fail)).isSameAs(soldOut);

        assertThat(recorded("trace.first")).isOne();
        assertThat(recorded("trace.second")).isOne();
    }

    @Test
    void whatWrapsItIsAnotherThrowable() {
        assertThatThrownBy(() -> withSpan("order.place", () -> {
            try {
                return withSpan("order.price", this::fail);
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException(e);
            }
        })).hasCause(soldOut);

        assertThat(recorded("order.place")).isOne();
    }

    @Test
    void anAnnotatedClassIsRecordedButNoFailureAndSoAreItsSubclasses() {
        assertThatThrownBy(() -> withSpan("product.find", () -> {
            throw new Discontinued();
        })).isExactlyInstanceOf(Discontinued.class);

        assertThat(recorded("product.find")).isOne();
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(spans.only().getAttributes().isEmpty()).isTrue();
    }

    @Test
    void aClassOfTheSettingIsRecordedButNoFailure() {
        assertThatThrownBy(() -> withSpan("file.read", () -> {
            throw new FileNotFoundException("tea.txt");
        })).hasMessage("tea.txt");

        assertThat(recorded("file.read")).isOne();
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void whatACallerCatchesItselfItCanTellTheSpan() {
        try (ActiveSpan span = startSpan("order.price")) {
            span.fail(soldOut);
        }

        assertThat(recorded("order.price")).isOne();
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private String fail() {
        throw soldOut;
    }

    private long recorded(String span) {
        SpanData data = spans.named(span);
        return data.getEvents().stream().map(EventData::getName).filter("exception"::equals).count();
    }

    @ExpectedException
    private static class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Discontinued extends Unknown {
        private static final long serialVersionUID = 1L;
    }
}
