package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** The list of traces. The store is everybody's, so each test looks at a service of its own. */
@ExtendWith(ShownStore.class)
class TraceListIT {

    private final String service = "service-" + UUID.randomUUID();

    @Test
    void aNewTraceAppearsWithoutAReload(StorePage shown) {
        openList(shown);
        assertThat(shown.page().locator(".message")).isVisible();
        HandmadeTrace trace = trace("work");
        shown.send(trace);

        assertThat(row(shown, trace)).containsText("work");
    }

    @Test
    void aTraceThatGrowsIsCountedAnew(StorePage shown) {
        HandmadeTrace trace = trace("work");
        shown.send(trace);
        openList(shown);
        assertThat(row(shown, trace).locator(".c-spans")).hasText("1");
        HandmadeTrace late = new HandmadeTrace(trace.uuid());
        late.span(service, "late", ByteString.copyFromUtf8("12345678"), 5, 6);
        shown.send(late);

        assertThat(row(shown, trace).locator(".c-spans")).hasText("2");
    }

    @Test
    void whilePausedNewTracesWait(StorePage shown) {
        HandmadeTrace first = trace("first");
        HandmadeTrace second = trace("second");
        shown.send(first);
        openList(shown);
        assertThat(row(shown, first)).isVisible();
        shown.press("p");
        shown.send(second);
        Locator news = button(shown, "1 new trace");

        assertThat(news).isVisible();
        assertThat(row(shown, second)).isHidden();
        news.click();
        assertThat(row(shown, second)).isVisible();
    }

    @Test
    void rowsDoNotMoveAwayUnderThePointer(StorePage shown) {
        HandmadeTrace first = trace("first");
        HandmadeTrace second = trace("second");
        shown.send(first);
        openList(shown);
        row(shown, first).hover();
        shown.send(second);

        assertThat(button(shown, "1 new trace")).isVisible();
        shown.page().mouse().move(5, 5);
        assertThat(row(shown, second)).isVisible();
    }

    @Test
    void errorsAreCountedAndSaidInWords(StorePage shown) {
        HandmadeTrace trace = trace("work");
        trace.span(service, "broken", ByteString.copyFromUtf8("12345678"), 5, 6, span -> span.setStatus(failed("no")));
        shown.send(trace);
        openList(shown);

        assertThat(row(shown, trace).locator(".c-errors")).hasText("1");
        assertThat(row(shown, trace).locator(".chip")).hasAttribute("title", service + ": 2 spans, 1 error");
    }

    @Test
    void aRowIsReachedAndOpenedByKeys(StorePage shown) {
        HandmadeTrace trace = trace("work");
        shown.send(trace);
        openList(shown);
        assertThat(row(shown, trace)).isVisible();
        shown.press("j");
        shown.press("Enter");

        assertThat(shown.page()).hasURL(Pattern.compile(".*/trace/" + trace.id()));
    }

    @Test
    void twoTracesArePickedToBeCompared(StorePage shown) {
        HandmadeTrace first = trace("first");
        HandmadeTrace second = trace("second");
        shown.send(first, second);
        openList(shown);
        row(shown, first).getByRole(AriaRole.CHECKBOX).check();
        row(shown, second).getByRole(AriaRole.CHECKBOX).check();
        shown.page().getByText("Compare the two traces").click();

        assertThat(shown.page()).hasURL(Pattern.compile(".*/compare/" + first.id() + "/" + second.id()));
    }

    @Test
    void aStrokeOverThePlotKeepsWhatLiesInIt(StorePage shown) {
        shown.send(trace("work"));
        openList(shown);
        BoundingBox plot = shown.page().locator("duration-plot svg").boundingBox();
        shown.page().mouse().move(plot.x + 200, plot.y + 20);
        shown.page().mouse().down();
        shown.page().mouse().move(plot.x + 500, plot.y + 60);
        shown.page().mouse().up();

        assertThat(shown.page()).hasURL(Pattern.compile(".*trace%3Aduration.*&from=\\d+&to=\\d+"));
        assertThat(button(shown, "Clear")).isVisible();
    }

    @Test
    void howManyAreFoundIsSaidToScreenReaders(StorePage shown) {
        shown.send(trace("work"));
        openList(shown);
        button(shown, "Errors only").click();

        assertThat(shown.page().locator("#announce")).hasText("0 traces");
    }

    @Test
    void whatTheStoreRefusesStandsAtTheFoot(StorePage shown) {
        shown.sendNonsense();
        shown.open("/");

        assertThat(shown.page().locator("footer")).containsText("refused: ");
        assertThat(shown.page().locator("footer")).containsText("malformed request");
    }

    @Test
    void itsAddressShowsTheSameToSomebodyElse(StorePage shown) {
        HandmadeTrace trace = trace("work");
        shown.send(trace);
        openList(shown);
        button(shown, "Errors only").click();
        assertThat(shown.page().locator(".message")).containsText("No trace matches");
        String address = shown.page().url();
        shown.page().navigate(address);

        assertThat(shown.page().locator("#query")).hasValue(Pattern.compile(".*status = error.*"));
        assertThat(shown.page().locator(".message")).containsText("No trace matches");
        assertThat(address).contains("status+%3D+error");
    }

    private HandmadeTrace trace(String name) {
        HandmadeTrace trace = new HandmadeTrace();
        trace.root(service, name, 10);
        return trace;
    }

    private void openList(StorePage shown) {
        shown.open("/?q=%7B+resource.service.name+%3D+%22" + service + "%22+%7D");
    }

    private static Locator row(StorePage shown, HandmadeTrace trace) {
        return shown.page().locator("tr[data-trace='" + trace.id() + "']");
    }

    private static Locator button(StorePage shown, String name) {
        return shown.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
