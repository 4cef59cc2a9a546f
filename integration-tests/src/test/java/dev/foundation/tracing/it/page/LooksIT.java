package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/** What holds for all views: light and dark, keys, and narrow screens. */
@ExtendWith(ShownStore.class)
class LooksIT {

    private static final String DARK = "rgb(17, 21, 28)";
    private static final String LIGHT = "rgb(246, 247, 249)";

    @Test
    void withoutAChoiceThePageIsAsTheSystemIs(StorePage shown) {
        shown.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shown.open("/");

        assertThat(body(shown)).hasCSS("background-color", DARK);
        shown.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(body(shown)).hasCSS("background-color", LIGHT);
    }

    @Test
    void aChoiceIsKept(StorePage shown) {
        shown.open("/");
        theme(shown).click();
        theme(shown).click();
        assertThat(body(shown)).hasCSS("background-color", DARK);
        shown.open("/map");

        assertThat(body(shown)).hasCSS("background-color", DARK);
        theme(shown).click();
        assertThat(body(shown)).hasCSS("background-color", LIGHT);
    }

    @Test
    void theQuestionMarkShowsTheKeys(StorePage shown) {
        shown.open("/");
        shown.press("?");

        Locator help = shown.page().getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("next and previous trace");
        shown.press("Escape");
        assertThat(help).isHidden();
    }

    @Test
    void viewsAreReachedByKeys(StorePage shown) {
        shown.open("/");
        shown.press("g");
        shown.press("m");

        assertThat(shown.page()).hasURL(Pattern.compile(".*/map"));
        assertThat(shown.page().locator("nav [aria-current]")).hasText("Service map");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/map" })
    void onANarrowScreenNothingHangsOut(String path, StorePage shown) {
        HandmadeTrace trace = new HandmadeTrace();
        trace.span("a-service-with-a-long-name", "work", trace.root("another-service-with-a-long-name", "work", 10), 1, 2);
        shown.send(trace);
        shown.page().setViewportSize(390, 800);
        shown.open(path);
        assertThat(shown.page().locator("table").first()).isVisible();

        assertThat(shown.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    private static Locator body(StorePage shown) {
        return shown.page().locator("body");
    }

    private static Locator theme(StorePage shown) {
        return shown.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Theme: "));
    }
}
