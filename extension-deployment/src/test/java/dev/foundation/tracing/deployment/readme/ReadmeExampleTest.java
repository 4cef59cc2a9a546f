package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class ReadmeExampleTest {

    private static final List<Checkout.Line> TWO_TEAS = List.of(new Checkout.Line(620, 2));

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Checkout.class, Payments.class, Catalogue.class, Mailing.class, Prices.class,
                            EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Checkout checkout;

    @Inject
    Payments payments;

    @Inject
    Catalogue catalogue;

    @Inject
    Mailing mailing;

    @Inject
    Prices prices;

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void anOrderIsASpanWithThePriceInside() {
        assertThat(checkout.place(TWO_TEAS)).isEqualTo(1240);

        assertThat(spans.named("order.place").getAttributes().get(AttributeKey.longKey("order.items"))).isEqualTo(1);
        assertThat(spans.named("order.place").getEvents()).extracting(EventData::getName).containsExactly("order.priced");
        assertThat(spans.named("price.calculate").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
    }

    @Test
    void workThatAnotherThreadTakesFromAQueueStaysInItsTrace() throws Exception {
        checkout.placeAndShip(TWO_TEAS);

        Thread worker = new Thread(checkout.parcels().take());
        worker.start();
        worker.join();

        assertThat(spans.named("order.ship").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(spans.named("order.ship").getAttributes().get(AttributeKey.longKey("parcel.items"))).isEqualTo(1);
        assertThat(spans.named("order.ship").getEvents()).extracting(EventData::getName).containsExactly("parcel.packed");
    }

    @Test
    void aRetriedPaymentIsOneSpanWithItsAttributes() {
        assertThat(payments.pay(new Payments.Order(3, "ada"), "web").await().indefinitely()).isEqualTo("payment of ada");

        SpanData span = spans.named("order.pay");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getAttributes().asMap()).containsAllEntriesOf(
                Attributes.of(AttributeKey.stringKey("payment.provider"), "acme", AttributeKey.longKey("order.items"), 3L,
                        AttributeKey.stringKey("order.channel"), "web", AttributeKey.stringKey("payment.id"), "payment of ada")
                        .asMap());
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("attempt", "attempt", "attempt", "order.pay");
    }

    @Test
    void aCacheOfAnyKindShowsLookupFetchAndPut() throws SQLException {
        assertThat(catalogue.find("tea-01")).isEqualTo(catalogue.find("tea-01"));

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("cache.fetch", "cache.put", "cache.get",
                "cache.get");
    }

    @Test
    void mailsAreABatchThatIsLinkedToWhereTheyWereWritten() {
        PropagatedContext writtenIn = withSpan("mail.write", Spans::propagateContext);
        Mailing.Mail toNobody = new Mailing.Mail("", writtenIn);

        List<String> receipts = mailing.sendAll(List.of(new Mailing.Mail("ada", writtenIn), toNobody));

        assertThat(receipts).containsExactly("sent to ada");
        assertThat(mailing.later()).containsExactly(toNobody);
        assertThat(spans.named("mail.messages").getLinks()).hasSize(1);
        assertThat(spans.all()).filteredOn(span -> span.getName().equals("mail.message")).hasSize(2)
                .allMatch(span -> span.getLinks().size() == 1);
    }

    @Test
    void aMailThatIsSentSoonIsPartOfTheTrace() throws Exception {
        withSpan("order.place", () -> mailing.sendSoon(new Mailing.Mail("ada", Spans.propagateContext())).get());

        assertThat(spans.named("mail.send").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
    }

    @Test
    void aGuardedCallTellsWhatHappenedToIt() {
        assertThat(prices.find("tea-01")).isEqualTo("6.20");

        SpanData call = spans.named("prices.find");
        assertThat(call.getAttributes().asMap()).isEqualTo(Attributes.of(AttributeKey.longKey("fault_tolerance.attempts"), 2L,
                AttributeKey.stringKey("fault_tolerance.outcome"), "fallback").asMap());
        assertThat(call.getEvents()).extracting(EventData::getName).containsExactly("retry.backoff", "circuit_breaker.opened",
                "fallback");
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("attempt", "attempt", "prices.find");
    }
}
