package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.faulttolerance.api.RateLimitException;

/** What the trace tells of a blocking call that is guarded by annotations. */
class BlockingGuardsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Blocking.class, EndedSpans.class, GuardedSpans.class))
            // The library registers the meter of a rate limit with two sets of tags, which Prometheus refuses.
            .overrideConfigKey("quarkus.micrometer.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Blocking bean;

    @BeforeEach
    void forget() {
        spans.forget();
        bean.failures.set(0);
    }

    @Test
    void aCallThatSucceedsAtOnceHasOneAttempt() {
        assertThat(bean.retried()).isEqualTo("done");

        GuardedSpans call = call("blocking.retried");
        assertThat(call.attemptNumbers()).containsExactly(1L);
        assertThat(call.attemptCount()).isEqualTo(1);
        assertThat(call.outcome()).isEqualTo("success");
        assertThat(call.events()).isEmpty();
        assertThat(names()).containsExactly("attempt", "blocking.retried");
    }

    @Test
    void eachTryIsAnAttemptInWhichTheGuardedCodeRuns() {
        bean.failures.set(2);
        bean.retried();

        GuardedSpans call = call("blocking.retried");
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L, 3L);
        assertThat(call.attemptCount()).isEqualTo(3);
        assertThat(call.outcome()).isEqualTo("success");
        assertThat(call.guard().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(call.attempts()).extracting(attempt -> attempt.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET);
        assertThat(call.attempts()).allSatisfy(
                attempt -> assertThat(attempt.getEvents()).extracting(EventData::getName).startsWith("inside"));
    }

    @Test
    void whatFailsAfterAllTriesSaysSo() {
        bean.failures.set(9);
        assertThatThrownBy(() -> bean.retried()).hasMessage("not yet");

        GuardedSpans call = call("blocking.retried");
        assertThat(call.attemptCount()).isEqualTo(4);
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.guard().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.guard().getAttributes().get(GuardedSpans.ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void theSpanOfATracedMethodIsThatOfTheCall() {
        bean.failures.set(1);
        bean.traced();

        assertThat(names()).containsExactly("attempt", "attempt", "order.pay");
        assertThat(call("order.pay").attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call("order.pay").outcome()).isEqualTo("success");
    }

    @Test
    void theSpanOfATracedMethodIsThatOfTheCallWhateverStandsBetween() {
        bean.failures.set(1);
        bean.tracedAndCached("key");

        assertThat(call("order.price").attemptCount()).isEqualTo(2);
        assertThat(call("order.price").outcome()).isEqualTo("success");
        assertThat(call("order.price").attemptNumbers()).containsExactly(1L, 2L);
    }

    @Test
    void theSpanThatQuarkusMakesIsThatOfTheCall() {
        bean.failures.set(1);
        bean.withSpan();

        assertThat(names()).containsExactly("attempt", "attempt", "Orders.pay");
        assertThat(call("Orders.pay").attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call("Orders.pay").outcome()).isEqualTo("success");
    }

    @Test
    void theBackOffBetweenTriesIsAnEventThatSaysHowLong() {
        bean.failures.set(2);
        bean.constantBackoff();

        assertThat(call("blocking.constant_backoff").events()).containsExactly("retry.backoff", "retry.backoff");
        assertThat(call("blocking.constant_backoff").delays()).allMatch(delay -> delay >= 5);
    }

    @Test
    void anExponentialBackOff() {
        bean.failures.set(3);
        bean.exponentialBackoff();

        assertDelays("blocking.exponential_backoff", 4, 12, 36);
    }

    @Test
    void aFibonacciBackOff() {
        bean.failures.set(3);
        bean.fibonacciBackoff();

        assertDelays("blocking.fibonacci_backoff", 4, 8, 12);
    }

    @Test
    void aBackOffOfTheApplicationsOwn() {
        bean.failures.set(2);
        bean.customBackoff();

        assertDelays("blocking.custom_backoff", 7, 11);
    }

    private void assertDelays(String name, long... atLeast) {
        List<Long> delays = call(name).delays();
        assertThat(delays).hasSize(atLeast.length);
        for (int i = 0; i < atLeast.length; i++)
            assertThat(delays.get(i)).isGreaterThanOrEqualTo(atLeast[i]);
    }

    @Test
    void aFallbackMakesTheCallGoodAndLeavesItsAttemptsFailed() {
        bean.failures.set(9);
        assertThat(bean.substituted()).isEqualTo("substitute");

        GuardedSpans call = call("blocking.substituted");
        assertThat(call.events()).containsExactly("retry.backoff", "fallback", "inside.fallback");
        assertThat(call.outcome()).isEqualTo("fallback");
        assertThat(call.attemptCount()).isEqualTo(2);
        assertThat(call.guard().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(call.attempts()).allMatch(attempt -> attempt.getStatus().getStatusCode() == StatusCode.ERROR);
    }

    @Test
    void aFallbackThatFailsMakesTheCallFailed() {
        bean.failures.set(9);
        assertThatThrownBy(() -> bean.substitutedInVain()).hasMessage("no substitute");

        assertThat(call("blocking.substituted_in_vain").events()).containsExactly("fallback");
        assertThat(call("blocking.substituted_in_vain").outcome()).isEqualTo("failed");
    }

    @Test
    void anAttemptThatTimesOutFailsBecauseOfThat() {
        assertThatThrownBy(() -> bean.slow()).isInstanceOf(TimeoutException.class);

        GuardedSpans call = call("blocking.slow");
        assertThat(call.events()).containsExactly("timeout");
        assertThat(call.outcome()).isEqualTo("timeout");
        assertThat(call.guard().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(attempt.getAttributes().get(GuardedSpans.ERROR_TYPE)).isEqualTo(TimeoutException.class.getName());
        });
    }

    @Test
    void aTimeoutThatARetryMakesGoodIsAnEventOfACallThatSucceeds() throws InterruptedException {
        bean.failures.set(1);
        assertThat(bean.slowAtFirst()).isEqualTo("done");

        GuardedSpans call = call("blocking.slow_at_first");
        assertThat(call.events()).containsExactly("timeout", "retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
        assertThat(call.attempts()).extracting(attempt -> attempt.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.UNSET);
    }

    @Test
    void aBulkheadThatIsFullRejectsTheCallBeforeAnyAttempt() throws InterruptedException {
        CompletableFuture<String> inside = CompletableFuture.supplyAsync(() -> {
            try {
                return bean.narrow();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(bean.entered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> bean.narrow()).isInstanceOf(BulkheadException.class);

        GuardedSpans call = call("blocking.narrow");
        assertThat(call.events()).containsExactly("bulkhead.rejected");
        assertThat(call.outcome()).isEqualTo("rejected");
        assertThat(call.attemptCount()).isZero();
        assertThat(call.attempts()).isEmpty();

        spans.forget();
        bean.leave.countDown();
        assertThat(inside.join()).isEqualTo("done");
        assertThat(call("blocking.narrow").outcome()).isEqualTo("success");
    }

    @Test
    void aRateLimitThatIsReachedRejectsTheCall() {
        bean.rare();
        spans.forget();
        assertThatThrownBy(() -> bean.rare()).isInstanceOf(RateLimitException.class);

        assertThat(call("blocking.rare").events()).containsExactly("rate_limit.rejected");
        assertThat(call("blocking.rare").outcome()).isEqualTo("rejected");
    }

    @Test
    void aCircuitBreakerThatOpensPreventsTheNextCall() {
        bean.failures.set(2);
        assertThatThrownBy(() -> bean.brokenForLong()).hasMessage("not yet");
        assertThat(call("blocking.broken_for_long").events()).isEmpty();

        spans.forget();
        assertThatThrownBy(() -> bean.brokenForLong()).hasMessage("not yet");
        assertThat(call("blocking.broken_for_long").events()).containsExactly("circuit_breaker.opened");
        assertThat(call("blocking.broken_for_long").outcome()).isEqualTo("failed");

        spans.forget();
        assertThatThrownBy(() -> bean.brokenForLong()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(call("blocking.broken_for_long").events()).containsExactly("circuit_breaker.prevented");
        assertThat(call("blocking.broken_for_long").outcome()).isEqualTo("prevented");
        assertThat(call("blocking.broken_for_long").attemptCount()).isZero();
    }

    @Test
    void aCircuitBreakerThatClosesTellsTheCallsThatItWasHalfOpenFor() {
        bean.failures.set(2);
        assertThatThrownBy(() -> bean.brokenForAMoment()).hasMessage("not yet");
        assertThatThrownBy(() -> bean.brokenForAMoment()).hasMessage("not yet");

        await("the breaker lets calls through").ignoreExceptions().until(() -> {
            spans.forget();
            return bean.brokenForAMoment().equals("done");
        });
        assertThat(call("blocking.broken_for_a_moment").events()).containsExactly("circuit_breaker.half_opened");

        spans.forget();
        assertThat(bean.brokenForAMoment()).isEqualTo("done");
        assertThat(call("blocking.broken_for_a_moment").events()).containsExactly("circuit_breaker.half_opened",
                "circuit_breaker.closed");
        assertThat(call("blocking.broken_for_a_moment").outcome()).isEqualTo("success");
    }

    @Test
    void aGuardedCallIsPartOfTheTraceAroundIt() {
        Spans.withSpan("request", () -> bean.retried());

        assertThat(call("blocking.retried").guard().getParentSpanId()).isEqualTo(spans.named("request").getSpanId());
        assertThat(Spans.currentSpan().getSpanContext().isValid()).isFalse();
    }

    @Test
    void aMethodWithoutGuardsHasNoSpan() {
        bean.unguarded();

        assertThat(names()).isEmpty();
    }

    private GuardedSpans call(String name) {
        return GuardedSpans.of(spans, name);
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
