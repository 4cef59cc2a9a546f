package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import io.opentelemetry.proto.trace.v1.Span;

/** One trace: its waterfall, and what the selected span says. */
@ExtendWith(ShownStore.class)
class TraceViewIT {

    private final HandmadeTrace trace = new HandmadeTrace();

    @Test
    void theNextErrorIsReachedByKey(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 100);
        trace.span("orders", "fine", root, 10, 20);
        trace.span("orders", "stock.reserve", root, 20, 30, span -> span.setStatus(failed("sold out")));
        trace.span("payments", "payment.book", root, 30, 40, span -> span.setStatus(failed("card refused")));
        shown.show(trace);

        shown.press("e");
        assertThat(shown.details()).containsText("sold out");
        shown.press("e");
        assertThat(shown.details()).containsText("card refused");
        shown.press("Shift+E");
        assertThat(shown.details()).containsText("sold out");
    }

    @Test
    void theCriticalPathIsDrawnUnderWhatTheCallerWaitedForAlone(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 100);
        trace.span("orders", "audit.write", root, 10, 40);
        trace.span("orders", "payment.book", root, 10, 90);
        shown.show(trace);

        assertThat(shown.row("payment.book").locator(".path")).hasCount(1);
        assertThat(shown.row("audit.write").locator(".path")).hasCount(0);
        // Before its only child on the path, and after.
        assertThat(shown.row("POST /orders").locator(".path")).hasCount(2);

        shown.press("c");
        assertThat(shown.page().locator(".path")).hasCount(0);
    }

    @Test
    void anEventIsAMarkThatLeadsToItsAttributes(StorePage shown) {
        trace.span("orders", "order.fulfil", ByteString.EMPTY, 0, 100,
                span -> span.addEvents(trace.event("order.packed", 40, attribute("parcel.weight_g", 640))));
        shown.show(trace);

        shown.row("order.fulfil").locator(".event").click();

        assertThat(shown.details().locator(".moment.chosen")).containsText("parcel.weight_g");
        assertThat(shown.details().locator(".moment.chosen")).containsText("+40 ms");
    }

    @Test
    void aFailedSpanWithoutAMessageSaysWhatItsExceptionSays(StorePage shown) {
        trace.span("orders", "order.pay", ByteString.EMPTY, 0, 100,
                span -> span.setStatus(failed("")).addEvents(trace.event("exception", 90,
                        attribute("exception.type", "PaymentFailed"), attribute("exception.message", "card refused"))));
        shown.show(trace);

        shown.press("e");

        assertThat(shown.details().locator(".note.error")).hasText("PaymentFailed: card refused");
    }

    @Test
    void aLinkLeadsToTheOtherTrace(StorePage shown) {
        HandmadeTrace other = new HandmadeTrace();
        ByteString linked = other.root("warehouse", "parcels.collect", 10);
        shown.send(other);
        trace.span("orders", "order.fulfil", ByteString.EMPTY, 0, 100,
                span -> span.addLinks(Span.Link.newBuilder().setTraceId(other.idBytes()).setSpanId(linked)));
        shown.show(trace);
        shown.row("order.fulfil").click();

        shown.details().getByText(other.id()).click();

        assertThat(shown.row("parcels.collect")).isVisible();
        assertThat(shown.details()).containsText("warehouse");
    }

    @Test
    void aFoldedSpanSaysHowManyItHidesAndWhetherOneFailed(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 100);
        ByteString pay = trace.span("orders", "order.pay", root, 10, 90);
        trace.span("payments", "payment.book", pay, 20, 80, span -> span.setStatus(failed("card refused")));
        shown.show(trace);

        shown.row("order.pay").locator(".fold").click();

        assertThat(shown.row("payment.book")).hasCount(0);
        assertThat(shown.row("order.pay")).containsText("+1");
        assertThat(shown.row("order.pay")).hasClass(Pattern.compile(".*failed.*"));
    }

    @Test
    void findingMarksWhatMatchesAndEnterSelectsIt(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 100);
        trace.span("catalog", "product.find", root, 10, 20, span -> span.addAttributes(attribute("product.sku", "tea-01")));
        trace.span("catalog", "product.find", root, 20, 30, span -> span.addAttributes(attribute("product.sku", "tea-02")));
        shown.show(trace);

        shown.press("/");
        shown.page().keyboard().type("tea-02");
        assertThat(shown.page().locator(".find")).containsText("1 match");
        shown.press("Enter");

        assertThat(shown.details()).containsText("tea-02");
        assertThat(shown.page().locator(".row.dimmed")).hasCount(2);
    }

    @Test
    void theTimeOfASpanIsEnlargedByKeyAndEscapeShowsAllOfIt(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 1000);
        trace.span("orders", "order.pay", root, 500, 510);
        shown.show(trace);
        shown.row("order.pay").click();

        shown.press("z");
        assertThat(shown.page().locator(".ticks span").first()).containsText("50");
        shown.press("Escape");
        assertThat(shown.page().locator(".ticks span").first()).hasText("0");
    }

    @Test
    void draggingOverTheOverviewEnlargesThatPartOfTheTime(StorePage shown) {
        trace.root("orders", "POST /orders", 1000);
        shown.show(trace);
        BoundingBox strip = shown.page().locator(".overview").boundingBox();
        double middle = strip.y + strip.height / 2;

        shown.page().mouse().move(strip.x + strip.width / 2, middle);
        shown.page().mouse().down();
        shown.page().mouse().move(strip.x + strip.width * 3 / 4, middle);
        shown.page().mouse().up();

        assertThat(shown.page().locator(".ticks span").first()).containsText("500");
        assertThat(shown.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Zoom out"))).isVisible();
    }

    @Test
    void anIdWithoutItsLeadingZerosLeadsToTheTrace(StorePage shown) {
        HandmadeTrace small = new HandmadeTrace(new UUID(0, 0xA11CE));
        small.root("orders", "POST /orders", 100);
        shown.send(small);

        shown.open("/trace/a11ce");

        assertThat(shown.row("POST /orders")).isVisible();
    }

    @Test
    void aTraceThatIsNotThereIsSaidToBeMissing(StorePage shown) {
        shown.open("/trace/" + trace.id());

        assertThat(shown.page().getByRole(AriaRole.ALERT)).containsText("does not have this trace");
    }

    @Test
    void spansThatComeLaterJoinTheShownTrace(StorePage shown) {
        ByteString root = trace.root("orders", "POST /orders", 100);
        shown.show(trace);

        trace.span("orders", "order.fulfil", root, 200, 300);
        shown.send(trace);

        assertThat(shown.row("order.fulfil")).isVisible();
    }

    @Test
    void anAttributeLeadsToTracesThatHaveItToo(StorePage shown) {
        trace.span("orders", "order.place", ByteString.EMPTY, 0, 100,
                span -> span.addAttributes(attribute("http.response.status_code", 502)));
        shown.show(trace);
        shown.row("order.place").click();

        String query = "{ span.http.response.status_code = 502 }";
        assertThat(shown.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Find traces with " + query)))
                .hasAttribute("href", "/?q=%7B+span.http.response.status_code+%3D+502+%7D");
    }
}
