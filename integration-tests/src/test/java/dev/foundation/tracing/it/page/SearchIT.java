package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static dev.foundation.tracing.it.page.HandmadeTrace.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;

/** Searching by TraceQL, by words, and by filters that are clicked. */
@ExtendWith(ShownStore.class)
class SearchIT {

    private final String unique = "u" + UUID.randomUUID().toString().replace("-", "");
    private final HandmadeTrace trace = new HandmadeTrace();

    @BeforeEach
    void sendTrace(StorePage shown) {
        ByteString root = trace.root(unique, "order.place", 600);
        trace.span(unique, "payment.charge", root, 10, 20,
                span -> span.addAttributes(attribute(unique + ".tier", "gold")).setStatus(failed("no")));
        shown.send(trace);
        shown.open("/");
        shown.press("/");
    }

    @Test
    void attributesAreCompleted(StorePage shown) {
        type(shown, "{ " + unique);

        assertThat(completion(shown, "span." + unique + ".tier")).isVisible();
    }

    @Test
    void valuesAreCompletedAndTakenByKeys(StorePage shown) {
        type(shown, "{ span." + unique + ".tier = ");
        assertThat(completion(shown, "gold")).isVisible();
        shown.press("ArrowDown");
        shown.press("Enter");

        assertThat(box(shown)).hasValue("{ span." + unique + ".tier = \"gold\" ");
        assertThat(completion(shown, "&&")).isVisible();
        shown.press("}");
        assertThat(row(shown)).isVisible();
    }

    @Test
    void aWordIsShownAsWhatItWouldBeInTraceQl(StorePage shown) {
        type(shown, unique.substring(0, 12));
        completion(shown, "service").click();

        assertThat(box(shown)).hasValue("{ resource.service.name = \"" + unique + "\" } ");
        assertThat(row(shown)).isVisible();
    }

    @Test
    void aQueryThatIsNotUnderstoodIsMarkedWhereItIsWrong(StorePage shown) {
        type(shown, "{ status == error }");
        shown.press("Enter");

        assertThat(shown.page().getByRole(AriaRole.ALERT)).containsText("line 1, col 11");
        assertThat(shown.page().locator(".complaint mark")).hasText("=");
        assertThat(box(shown)).hasAttribute("aria-invalid", "true");
    }

    @Test
    void nobodyAsksForHalfAQueryHoweverLongItStands(StorePage shown) {
        List<String> asked = new ArrayList<>();
        shown.page().clock().install();
        shown.open("/");
        assertThat(row(shown)).isVisible();
        shown.page().onRequest(request -> asked.add(request.url()));
        shown.press("/");
        String half = "{ resource.service.name = \"" + unique + "\"";
        type(shown, half);
        shown.page().clock().runFor(60_000);
        type(shown, half + " }");
        shown.page().clock().runFor(60_000);
        assertThat(row(shown)).isVisible();

        assertThat(asked).filteredOn(url -> url.contains("live")).singleElement().asString().endsWith("%22+%7D");
    }

    @Test
    void filtersThatAreClickedAreWrittenIntoTheBox(StorePage shown) {
        shown.page().getByLabel("Service", new GetByLabelOptions().setExact(true)).selectOption(unique);
        shown.page().getByLabel("Duration of the trace").selectOption("500ms");
        shown.page().getByText("Errors only").click();

        assertThat(box(shown))
                .hasValue("{ resource.service.name = \"" + unique + "\" && trace:duration > 500ms && status = error }");
        assertThat(row(shown)).isVisible();
        shown.page().getByLabel("Duration of the trace").selectOption("1s");
        assertThat(row(shown)).isHidden();
    }

    @Test
    void anOperationIsChosenByClick(StorePage shown) {
        shown.page().getByLabel("Operation").selectOption("order.place");

        assertThat(box(shown)).hasValue("{ name = \"order.place\" }");
        assertThat(row(shown)).isVisible();
    }

    @Test
    void theValueOfAnAttributeIsChosenInTheBox(StorePage shown) {
        shown.page().getByLabel("Filter by an attribute").selectOption("span." + unique + ".tier");
        completion(shown, "gold").click();

        assertThat(box(shown)).hasValue("{ span." + unique + ".tier = \"gold\" ");
    }

    @Test
    void aFilterKeepsWhatIsBeyondIt(StorePage shown) {
        type(shown, "{ name = \"order.place\" } >> { status = error }");
        shown.press("Enter");
        shown.page().getByLabel("Service", new GetByLabelOptions().setExact(true)).selectOption(unique);

        assertThat(box(shown)).hasValue(
                "{ resource.service.name = \"" + unique + "\" } && { name = \"order.place\" } >> { status = error }");
        assertThat(row(shown)).isVisible();
    }

    @Test
    void theIdOfATraceOpensIt(StorePage shown) {
        type(shown, trace.id());
        shown.press("Enter");

        assertThat(shown.page()).hasURL(Pattern.compile(".*/trace/" + trace.id()));
    }

    private static void type(StorePage shown, String text) {
        assertThat(box(shown)).isFocused();
        box(shown).fill(text);
    }

    private static Locator box(StorePage shown) {
        return shown.page().locator("#query");
    }

    private static Locator completion(StorePage shown, String text) {
        return shown.page().getByRole(AriaRole.OPTION).and(shown.page().locator(".completions li"))
                .filter(new FilterOptions().setHasText(text)).first();
    }

    private Locator row(StorePage shown) {
        return shown.page().locator("tr[data-trace='" + trace.id() + "']");
    }
}
