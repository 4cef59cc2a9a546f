package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator.FilterOptions;

/** Cache lookups, attempts, breakers and batches are shown as what they are, in words. */
@ExtendWith(ShownStore.class)
class SpanMeaningIT {

    private final HandmadeTrace trace = new HandmadeTrace();
    private final ByteString root = trace.root("orders", "POST /orders", 1000);

    @Test
    void aCacheLookupSaysWhetherItHit(StorePage shown) {
        trace.span("catalog", "first.lookup", root, 0, 10,
                span -> span.addAttributes(attribute("cache.name", "products")).addAttributes(attribute("cache.hit", false)));
        trace.span("catalog", "second.lookup", root, 10, 20, span -> span.addAttributes(attribute("cache.hit", true)));
        trace.span("catalog", "third.lookup", root, 20, 30,
                span -> span.addAttributes(attribute("cache.hit", true)).addAttributes(attribute("cache.coalesced", true)));
        shown.show(trace);

        assertThat(shown.row("first.lookup").locator(".tag")).hasText("miss");
        assertThat(shown.row("second.lookup").locator(".tag")).hasText("hit");
        assertThat(shown.row("third.lookup").locator(".tag").first()).hasText("shared load");
        shown.row("first.lookup").click();
        assertThat(shown.details()).containsText("Not found in the cache products");
    }

    @Test
    void anAttemptSaysWhichOfHowManyItIs(StorePage shown) {
        aPaymentTriedTwice();
        shown.show(trace);

        assertThat(shown.row("order.pay").locator(".tag").first()).hasText("2 attempts");
        assertThat(shown.rows().filter(new FilterOptions().setHasText("attempt 1 of 2"))).hasCount(1);
        assertThat(shown.rows().filter(new FilterOptions().setHasText("attempt 2 of 2"))).hasCount(1);
    }

    @Test
    void theWaitingBetweenAttemptsIsAGapInTheCall(StorePage shown) {
        aPaymentTriedTwice();
        shown.show(trace);

        assertThat(shown.row("order.pay").locator(".gap")).hasAttribute("title", "Waited 60 ms before the next attempt");
    }

    private void aPaymentTriedTwice() {
        ByteString call = trace.span("orders", "order.pay", root, 100, 300,
                span -> span.addAttributes(attribute("fault_tolerance.attempts", 2))
                        .addAttributes(attribute("fault_tolerance.outcome", "success"))
                        .addEvents(trace.event("retry.backoff", 200, attribute("retry.delay_ms", 60))));
        trace.span("orders", "attempt", call, 100, 140,
                span -> span.addAttributes(attribute("retry.attempt", 1)).setStatus(failed("503")));
        trace.span("orders", "attempt", call, 200, 300, span -> span.addAttributes(attribute("retry.attempt", 2)));
    }

    @Test
    void aBreakerSaysThatItLetNoCallThrough(StorePage shown) {
        trace.span("orders", "order.pay", root, 0, 10, span -> span.addEvents(trace.event("circuit_breaker.prevented", 5))
                .addAttributes(attribute("fault_tolerance.outcome", "prevented")));
        shown.show(trace);

        assertThat(shown.row("order.pay").locator(".tag")).hasText("breaker open: not called");
    }

    @Test
    void aFallbackIsSaidThoughTheSpanSucceeded(StorePage shown) {
        trace.span("orders", "stock.check", root, 0, 10, span -> span.addEvents(trace.event("fallback", 5))
                .addAttributes(attribute("fault_tolerance.outcome", "fallback")));
        shown.show(trace);

        assertThat(shown.row("stock.check").locator(".tag")).hasText("fallback");
    }

    @Test
    void aBatchSaysHowManyItemsFailed(StorePage shown) {
        ByteString batch = trace.span("orders", "order.items", root, 0, 100,
                span -> span.addAttributes(attribute("batch.size", 5)).addAttributes(attribute("batch.succeeded", 4))
                        .addAttributes(attribute("batch.failed", 1)));
        trace.span("orders", "order.item", batch, 0, 10, span -> span.addAttributes(attribute("batch.item.index", 0)));
        shown.show(trace);

        assertThat(shown.row("order.items").locator(".tag")).hasText("5 items, 1 failed");
        assertThat(shown.rows().filter(new FilterOptions().setHasText("item 1"))).hasCount(1);
    }
}
