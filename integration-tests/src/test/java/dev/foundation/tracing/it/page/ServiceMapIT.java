package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/** Which service calls which. */
@ExtendWith(ShownStore.class)
class ServiceMapIT {

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String shop = "shop-" + suffix;
    private final String orders = "orders-" + suffix;
    private final HandmadeTrace trace = new HandmadeTrace();

    @BeforeEach
    void sendTrace(StorePage shown) {
        ByteString root = trace.root(shop, "GET /", 100);
        ByteString call = trace.span(shop, "POST /orders", root, 10, 90, span -> span.setKind(SpanKind.SPAN_KIND_CLIENT));
        ByteString order = trace.span(orders, "POST /orders", call, 20, 80,
                span -> span.setKind(SpanKind.SPAN_KIND_SERVER).setStatus(failed("no")));
        trace.span(orders, "INSERT", order, 30, 40, span -> span.setKind(SpanKind.SPAN_KIND_CLIENT)
                .addAttributes(attribute("db.system.name", "postgresql")).addAttributes(attribute("db.namespace", suffix)));
        shown.send(trace);
        shown.open("/");
        shown.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Service map")).click();
    }

    @Test
    void servicesAndWhatTheyCallAreDrawn(StorePage shown) {
        assertThat(node(shown, shop)).isVisible();
        assertThat(node(shown, orders)).isVisible();
        assertThat(node(shown, "postgresql " + suffix)).containsText("database");
    }

    @Test
    void aCallTellsItsNumbersInWords(StorePage shown) {
        // The rate is over the time of all traces, those of other tests too.
        assertThat(call(shown)).hasAttribute("aria-label", Pattern.compile(shop + " calls " + orders
                + ": [\\d.]+/min, 100 % errors, half within 80 ms, 95 % within 80 ms"));
    }

    @Test
    void theTableHasTheSame(StorePage shown) {
        Locator row = shown.page().getByRole(AriaRole.ROW)
                .filter(new FilterOptions().setHasText(shop)).filter(new FilterOptions().setHasText(orders));

        assertThat(row).containsText("1 (100 %)");
    }

    @Test
    void aCallThatIsChosenByKeyLeadsToItsTraces(StorePage shown) {
        call(shown).focus();
        shown.press("Enter");
        assertThat(shown.page().getByLabel("What is chosen")).containsText("80 ms");
        shown.page().getByText("Show these traces").click();

        assertThat(shown.page().locator("#query")).hasValue(
                "{ resource.service.name = \"" + shop + "\" } > { resource.service.name = \"" + orders + "\" }");
        assertThat(shown.page().locator("tr[data-trace='" + trace.id() + "']")).isVisible();
    }

    @Test
    void newCallsAreDrawnWithoutAReload(StorePage shown) {
        assertThat(node(shown, orders)).isVisible();
        HandmadeTrace later = new HandmadeTrace();
        later.span("late-" + suffix, "work", later.root(orders, "work", 10), 1, 5);
        shown.send(later);

        assertThat(node(shown, "late-" + suffix)).isVisible();
    }

    private static Locator node(StorePage shown, String name) {
        return shown.page().locator(".node").filter(new FilterOptions().setHasText(name));
    }

    private Locator call(StorePage shown) {
        return shown.page().locator(".edge-label[aria-label^='" + shop + " calls " + orders + "']");
    }
}
