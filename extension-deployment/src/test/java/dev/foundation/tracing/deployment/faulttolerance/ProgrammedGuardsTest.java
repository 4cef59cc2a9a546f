package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** Guards of the programmatic API, called and applied. */
class ProgrammedGuardsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Programmed.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Programmed guards;

    @Inject
    Programmed.Applying applying;

    @BeforeEach
    void forget() {
        spans.forget();
        guards.failures.set(0);
    }

    @Test
    void aGuardIsCalledAfterItsDescription() throws Exception {
        guards.failures.set(1);
        Spans.withSpan("request", () -> assertThat(guards.call()).isEqualTo("done"));

        GuardedSpans call = call("payment_provider_charge");
        assertThat(call.guard().getParentSpanId()).isEqualTo(spans.named("request").getSpanId());
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call.events()).containsExactly("retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
    }

    @Test
    void aGuardOfACompletionStage() {
        guards.failures.set(9);
        assertThatThrownBy(() -> guards.callLater().toCompletableFuture().join()).hasRootCauseMessage("not yet");

        assertThat(call("payment_provider_charge").attemptCount()).isEqualTo(3);
        assertThat(call("payment_provider_charge").outcome()).isEqualTo("failed");
    }

    @Test
    void aGuardWithoutADescription() {
        guards.failures.set(1);
        assertThatThrownBy(() -> guards.callUndescribed()).hasMessage("not yet");
        assertThat(call("guard.call").events()).containsExactly("circuit_breaker.opened");

        spans.forget();
        assertThatThrownBy(() -> guards.callUndescribed()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(call("guard.call").events()).containsExactly("circuit_breaker.prevented");
    }

    @Test
    void aTypedGuardWithAFallback() {
        guards.failures.set(1);

        assertThat(guards.substituted()).isEqualTo("substitute");
        assertThat(call("prices.lookup").outcome()).isEqualTo("fallback");
    }

    @Test
    void aTypedGuardOfAUni() {
        guards.failures.set(1);

        assertThat(guards.deferred().await().indefinitely()).isEqualTo("done");
        assertThat(call("prices.later").attemptNumbers()).containsExactly(1L, 2L);
    }

    @Test
    void theProgrammaticApiBeforeThat() throws Exception {
        guards.failures.set(1);

        assertThat(guards.callAsBefore()).isEqualTo("done");
        assertThat(call("as.before").attemptNumbers()).containsExactly(1L, 2L);
    }

    @Test
    void aGuardThatIsAppliedToMethodsIsCalledAfterThem() {
        guards.failures.set(1);
        applying.one();
        guards.failures.set(1);
        applying.other().await().indefinitely();

        assertThat(call("applying.one").attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call("applying.other").attemptNumbers()).containsExactly(1L, 2L);
        assertThat(names()).doesNotContain("not_the_name_of_the_methods", "guard.call");
    }

    @Test
    void aFallbackOfAMethodThatAGuardIsAppliedTo() {
        guards.failures.set(9);

        assertThat(applying.substituted()).isEqualTo("substitute");
        assertThat(call("applying.substituted").events()).containsExactly("retry.backoff", "retry.backoff", "fallback");
        assertThat(call("applying.substituted").attemptCount()).isEqualTo(3);
    }

    @Test
    void theSpanOfATracedMethodThatAGuardIsAppliedToIsThatOfTheCall() {
        guards.failures.set(1);
        applying.traced();

        assertThat(names()).containsExactly("attempt", "attempt", "order.pay");
    }

    private GuardedSpans call(String name) {
        return GuardedSpans.of(spans, name);
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }
}
