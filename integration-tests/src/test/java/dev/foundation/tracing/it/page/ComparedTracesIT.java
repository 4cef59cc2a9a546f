package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Two traces side by side. */
@ExtendWith(ShownStore.class)
class ComparedTracesIT {

    private final HandmadeTrace before = new HandmadeTrace();
    private final HandmadeTrace after = new HandmadeTrace();
    private final ByteString rootBefore = before.root("orders", "POST /orders", 100);
    private final ByteString rootAfter = after.root("orders", "POST /orders", 300);

    @Test
    void whatOnlyOneTraceHasIsSaid(StorePage shown) {
        before.span("catalog", "cache.fetch", rootBefore, 10, 20);
        after.span("payments", "fraud.check", rootAfter, 10, 20);

        compare(shown);

        assertThat(shown.row("cache.fetch")).containsText("only in A");
        assertThat(shown.row("fraud.check")).containsText("only in B");
        assertThat(shown.page().locator(".summary")).containsText("1 span only in A");
    }

    @Test
    void aSpanThatTookLongerSaysHowManyTimesAsLong(StorePage shown) {
        before.span("payments", "payment.book", rootBefore, 10, 50);
        after.span("payments", "payment.book", rootAfter, 10, 210);

        compare(shown);

        assertThat(shown.row("payment.book")).containsText("5×");
        assertThat(shown.row("payment.book")).containsText("+160 ms");
    }

    @Test
    void aSpanThatFailedInOneAloneIsSaidToHaveFailed(StorePage shown) {
        before.span("payments", "payment.book", rootBefore, 10, 20);
        after.span("payments", "payment.book", rootAfter, 10, 20, span -> span.setStatus(failed("card refused")));

        compare(shown);

        assertThat(shown.row("payment.book")).containsText("only B failed");
    }

    @Test
    void aMissThatBecameAHitIsSaidSo(StorePage shown) {
        before.span("catalog", "cache.get", rootBefore, 10, 20, span -> span.addAttributes(attribute("cache.hit", false)));
        after.span("catalog", "cache.get", rootAfter, 10, 20, span -> span.addAttributes(attribute("cache.hit", true)));

        compare(shown);

        assertThat(shown.row("cache.get")).containsText("miss → hit");
    }

    @Test
    void attributesWithOtherValuesAreListed(StorePage shown) {
        before.span("catalog", "product.find", rootBefore, 10, 20,
                span -> span.addAttributes(attribute("product.sku", "tea-01")).addAttributes(attribute("same", "yes")));
        after.span("catalog", "product.find", rootAfter, 10, 20,
                span -> span.addAttributes(attribute("product.sku", "tea-02")).addAttributes(attribute("same", "yes")));

        compare(shown);
        shown.row("product.find").click();

        assertThat(shown.details()).containsText("tea-01");
        assertThat(shown.details()).containsText("tea-02");
        assertThat(shown.details()).not().containsText("same");
    }

    @Test
    void onlyWhatDiffersLeavesTheSpansAboveInSight(StorePage shown) {
        before.span("orders", "order.store", rootBefore, 10, 20);
        after.span("orders", "order.store", rootAfter, 10, 20);
        ByteString pay = before.span("orders", "order.pay", rootBefore, 20, 30);
        before.span("payments", "payment.book", pay, 21, 29);
        after.span("orders", "order.pay", rootAfter, 20, 30);

        compare(shown);
        shown.page().getByLabel("Only what differs").check();

        assertThat(shown.row("payment.book")).isVisible();
        assertThat(shown.row("order.pay")).isVisible();
        assertThat(shown.row("order.store")).hasCount(0);
    }

    @Test
    void theNextDifferenceIsReachedByKey(StorePage shown) {
        ByteString only = before.span("catalog", "cache.fetch", rootBefore, 10, 20);
        before.span("catalog", "cache.put", only, 12, 14);

        compare(shown);
        shown.press("n");
        shown.press("n");

        assertThat(shown.details()).containsText("cache.fetch");
    }

    @Test
    void aTraceThatIsNotThereIsNamed(StorePage shown) {
        shown.send(before);

        shown.open("/compare/" + before.id() + "/" + after.id());

        assertThat(shown.page().getByRole(AriaRole.ALERT)).containsText(after.id());
    }

    @Test
    void aTraceOffersThoseWithTheSameRootForComparison(StorePage shown) {
        shown.send(after);
        shown.show(before);

        shown.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Compare…")).click();
        shown.page().locator(".picker a[href$='/" + after.id() + "']").click();

        assertThat(shown.page().locator(".summary")).containsText("took 3× as long as A");
    }

    private void compare(StorePage shown) {
        shown.send(before, after);
        shown.open("/compare/" + before.id() + "/" + after.id());
        assertThat(shown.rows().first()).isVisible();
    }
}
