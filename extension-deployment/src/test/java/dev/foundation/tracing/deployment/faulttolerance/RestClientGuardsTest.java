package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

/** Guards on the interface of a REST client, which has no code of its own. */
class RestClientGuardsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Prices.Faults faults;

    @Inject
    @RestClient
    Prices.PriceClient client;

    @Inject
    @RestClient
    Prices.BrittlePriceClient brittle;

    @TestHTTPResource
    String service;

    @BeforeEach
    void forget() {
        spans.forget();
        faults.left.set(0);
    }

    @Test
    void eachTryHasItsRequestInside() {
        faults.left.set(1);
        assertThat(client.find(service, "tea-01")).isEqualTo("6.20");

        GuardedSpans call = GuardedSpans.of(spans, "price_client.find");
        assertThat(call.attemptNumbers()).containsExactly(1L, 2L);
        assertThat(call.events()).containsExactly("retry.backoff");
        assertThat(call.outcome()).isEqualTo("success");
        assertThat(call.attempts()).allSatisfy(attempt -> assertThat(requestIn(attempt)).isNotNull());
    }

    @Test
    void aUniOfAClient() {
        faults.left.set(9);
        assertThatThrownBy(() -> client.findLater(service, "tea-01").await().indefinitely())
                .isInstanceOf(WebApplicationException.class);

        GuardedSpans call = GuardedSpans.of(spans, "price_client.find_later");
        assertThat(call.attemptCount()).isEqualTo(3);
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.attempts()).allSatisfy(attempt -> assertThat(requestIn(attempt)).isNotNull());
    }

    @Test
    void guardsOnTheWholeInterface() {
        faults.left.set(1);
        assertThatThrownBy(() -> brittle.find(service, "tea-01")).isInstanceOf(WebApplicationException.class);
        assertThat(GuardedSpans.of(spans, "brittle_price_client.find").events()).containsExactly("circuit_breaker.opened");

        spans.forget();
        assertThatThrownBy(() -> brittle.find(service, "tea-01")).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(GuardedSpans.of(spans, "brittle_price_client.find").outcome()).isEqualTo("prevented");
    }

    private SpanData requestIn(SpanData attempt) {
        return spans.all().stream().filter(span -> span.getKind() == SpanKind.CLIENT
                && span.getParentSpanId().equals(attempt.getSpanId())).findFirst().orElse(null);
    }
}
