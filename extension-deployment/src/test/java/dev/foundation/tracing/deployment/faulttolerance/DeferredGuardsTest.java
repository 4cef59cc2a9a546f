package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What the trace tells of a guarded call whose result is there later. */
class DeferredGuardsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Deferred.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Deferred bean;

    @AfterEach
    void forget() {
        spans.forget();
        bean.failures.set(0);
    }

    @Test
    void aUniIsOneCallUntilItEndsWhereverItsAttemptsDo() {
        CompletableFuture<String> result = Spans.withSpan("request",
                () -> bean.uni().subscribeAsCompletionStage());
        elsewhere(() -> next().completeExceptionally(new IllegalStateException("not yet")));
        elsewhere(() -> next().complete("done"));

        assertThat(result.join()).isEqualTo("done");
        GuardedSpans call = call("deferred.uni");
        assertThat(call.guard().getParentSpanId()).isEqualTo(spans.named("request").getSpanId());
        assertThat(call.attempts()).extracting(attempt -> attempt.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.UNSET);
        assertThat(call.attempts()).allSatisfy(
                attempt -> assertThat(attempt.getEvents()).extracting(EventData::getName).startsWith("inside"));
        assertThat(call.events()).containsExactly("retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
    }

    @Test
    void aUniThatIsSubscribedToOnceMoreIsAnotherCall() {
        bean.failures.set(1);
        Uni<String> uni = bean.tracedUni();
        uni.await().indefinitely();
        GuardedSpans first = call("order.pay");
        spans.forget();
        uni.await().indefinitely();

        assertThat(first.attemptCount()).isEqualTo(2);
        GuardedSpans second = call("order.pay");
        assertThat(second.guard().getAttributes().get(AttributeKey.longKey("subscription"))).isEqualTo(2);
        assertThat(second.attemptCount()).isEqualTo(1);
        assertThat(second.attemptNumbers()).containsExactly(1L);
    }

    @Test
    void theSpanOfATracedUniIsThatOfTheCall() {
        bean.failures.set(1);
        bean.tracedUni().await().indefinitely();

        assertThat(names()).containsExactly("attempt", "attempt", "order.pay");
        assertThat(call("order.pay").outcome()).isEqualTo("success");
    }

    @Test
    void theSpanThatQuarkusMakesOfAUniIsThatOfTheCall() {
        bean.failures.set(1);
        bean.withSpan().await().indefinitely();

        assertThat(names()).containsExactly("attempt", "attempt", "Orders.ship");
        assertThat(call("Orders.ship").outcome()).isEqualTo("success");
    }

    @Test
    void aCompletionStageIsOneCallUntilItCompletes() {
        CompletionStage<String> result = bean.stage();
        assertThat(Spans.currentSpan()).as("what is left behind").isEqualTo(Span.getInvalid());
        elsewhere(() -> next().completeExceptionally(new IllegalStateException("not yet")));
        elsewhere(() -> next().complete("done"));

        assertThat(result.toCompletableFuture().join()).isEqualTo("done");
        assertThat(call("deferred.stage").attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call("deferred.stage").events()).containsExactly("retry.backoff");
        assertThat(call("deferred.stage").outcome()).isEqualTo("success");
    }

    @Test
    void theSpanOfATracedCompletionStageSaysHowTheCallEnded() {
        CompletionStage<String> result = bean.tracedStage();
        for (int i = 0; i < 3; i++)
            elsewhere(() -> next().completeExceptionally(new IllegalStateException("not yet")));

        assertThatThrownBy(() -> result.toCompletableFuture().join()).hasRootCauseMessage("not yet");
        assertThat(call("order.book").outcome()).isEqualTo("failed");
        assertThat(call("order.book").attemptCount()).isEqualTo(3);
        assertThat(call("order.book").guard().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void anOffloadedMethodHasItsAttemptsInTheTraceOfItsCaller() {
        bean.failures.set(2);
        Spans.withSpan("request", () -> bean.offloaded()).toCompletableFuture().join();

        GuardedSpans call = call("deferred.offloaded");
        assertThat(call.guard().getParentSpanId()).isEqualTo(spans.named("request").getSpanId());
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L, 3L);
        assertThat(call.delays()).hasSize(2).allMatch(delay -> delay >= 3);
    }

    @Test
    void aFallbackOfAnOffloadedMethod() {
        bean.failures.set(1);

        assertThat(bean.substituted().toCompletableFuture().join()).isEqualTo("substitute");
        assertThat(call("deferred.substituted").events()).containsExactly("fallback");
        assertThat(call("deferred.substituted").outcome()).isEqualTo("fallback");
    }

    @Test
    void aFutureIsOneCallUntilItIsThere() throws Exception {
        bean.failures.set(1);
        Future<String> result = Spans.withSpan("request", () -> bean.future());
        assertThat(names()).containsExactly("request");
        bean.begin.countDown();

        assertThat(result.get()).isEqualTo("done");
        GuardedSpans call = call("deferred.future");
        assertThat(call.guard().getParentSpanId()).isEqualTo(spans.named("request").getSpanId());
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call.events()).containsExactly("retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
    }

    @Test
    void theSpanOfATracedFutureIsThatOfTheCallUntilItIsThere() throws Exception {
        bean.failures.set(9);
        Future<String> result = bean.tracedFuture();

        assertThatThrownBy(result::get).hasRootCauseMessage("not yet");
        assertThat(call("order.stock").attemptCount()).isEqualTo(3);
        assertThat(call("order.stock").outcome()).isEqualTo("failed");
        assertThat(call("order.stock").guard().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aFutureThatIsCancelledEndsItsCall() throws InterruptedException {
        Future<String> result = bean.cancelled();
        result.cancel(true);

        assertThat(call("deferred.cancelled").outcome()).isEqualTo("cancelled");
        assertThat(call("deferred.cancelled").guard().getAttributes().get(AttributeKey.booleanKey("cancelled"))).isTrue();
    }

    @Test
    void anAttemptThatGoesOnAfterItsTimeIsOverEndsWhenItEnds() {
        CompletableFuture<String> result = bean.slow().toCompletableFuture();
        assertThatThrownBy(result::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(TimeoutException.class);

        GuardedSpans call = call("deferred.slow");
        assertThat(call.outcome()).isEqualTo("timeout");
        assertThat(call.events()).containsExactly("timeout");
        assertThat(call.attempts()).isEmpty();

        bean.finish.countDown();
        await("the attempt ends").until(() -> !call.attempts().isEmpty());
        assertThat(call.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(attempt.getAttributes().get(GuardedSpans.ERROR_TYPE)).isEqualTo(TimeoutException.class.getName());
            assertThat(attempt.getEvents()).extracting(EventData::getName).containsExactly("exception", "late");
        });
    }

    private CompletableFuture<String> next() {
        return await().until(bean.pending::poll, found -> found != null);
    }

    /** On a thread that knows nothing of the call. */
    private static void elsewhere(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private GuardedSpans call(String name) {
        return GuardedSpans.of(spans, name);
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
