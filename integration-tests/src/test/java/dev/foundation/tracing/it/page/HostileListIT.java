package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;

/** What strangers wrote into spans is shown as it is by the list, the search and the map too, and never runs. */
@ExtendWith(ShownStore.class)
class HostileListIT {

    static final List<String> ATTACKS = HostileTextIT.ATTACKS;

    private final String unique = UUID.randomUUID().toString();
    private final HandmadeTrace trace = new HandmadeTrace();

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void theListShowsItAsItIs(String attack, StorePage shown) {
        send(attack, shown);
        shown.open("/");

        assertThat(shown.page().locator("tr[data-trace='" + trace.id() + "']")).containsText("service" + unique + attack);
        assertThat(shown.page().locator("tr[data-trace='" + trace.id() + "']")).containsText("name" + unique + attack);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void completionsShowItAsItIs(String attack, StorePage shown) {
        send(attack, shown);
        shown.open("/");
        shown.page().locator("#query").fill("{ key" + unique);
        assertThat(completion(shown, "key" + unique + attack)).isVisible();
        shown.page().locator("#query").fill("{ name = \"name" + unique);

        assertThat(completion(shown, "name" + unique + attack)).isVisible();
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void aFilterFindsItAsItIs(String attack, StorePage shown) {
        send(attack, shown);
        shown.open("/");
        shown.page().locator("select[aria-label='Service']").selectOption("service" + unique + attack);

        assertThat(shown.page().locator("tr[data-trace]")).hasCount(1);
        assertThat(shown.page().locator("tr[data-trace='" + trace.id() + "']")).isVisible();
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void aQueryThatIsNotUnderstoodIsShownAsItIs(String attack, StorePage shown) {
        shown.open("/?q=" + URLEncoder.encode("{ " + attack, UTF_8));

        assertThat(shown.page().locator(".complaint code")).hasText("{ " + attack);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void theMapShowsItAsItIs(String attack, StorePage shown) {
        send(attack, shown);
        shown.open("/map");

        assertThat(shown.page().locator(".node").filter(new FilterOptions().setHasText("service" + unique + attack)))
                .isVisible();
        shown.page().locator(".node").filter(new FilterOptions().setHasText("other" + unique + attack)).click();
        assertThat(shown.page().getByLabel("What is chosen")).containsText("other" + unique + attack);
    }

    private void send(String attack, StorePage shown) {
        ByteString root = trace.span("service" + unique + attack, "name" + unique + attack, ByteString.EMPTY, 0, 10,
                span -> span.addAttributes(attribute("key" + unique + attack, "value" + attack)));
        trace.span("other" + unique + attack, "name" + attack, root, 1, 2);
        shown.send(trace);
    }

    private static Locator completion(StorePage shown, String text) {
        return shown.page().locator(".completions li").filter(new FilterOptions().setHasText(text)).first();
    }
}
