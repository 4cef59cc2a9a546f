package dev.foundation.tracing.it.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

import dev.foundation.tracing.it.page.InstalledBrowser;
import io.restassured.response.Response;

/** The pages in a real browser. */
@ExtendWith(RunningShop.class)
class PagesIT {

    private static final Path SCREENSHOTS = RunningShop.ROOT.resolve(Path.of("integration-tests", "target", "screenshots"));

    private static InstalledBrowser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = InstalledBrowser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null)
            browser.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.browser().newPage(new NewPageOptions().setViewportSize(1400, 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error"))
                complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void theNewestTraceIsListedAndOpensAsAWaterfall(ShopUnderTest shop) {
        Response order = shop.order(ShopUnderTest.TWO_TEAS);
        String traceId = order.header("x-trace-id");
        shop.fulfilledTraceOf(order);

        page.navigate(shop.shop().traceStore().toString());
        page.locator("tr[data-trace='" + traceId + "']").getByRole(AriaRole.LINK).click();

        assertThat(page.getByRole(AriaRole.TREEITEM).filter(having("order.place")).first()).isVisible();
        assertThat(page.getByRole(AriaRole.TREEITEM).filter(having("order.fulfil")).first()).isVisible();
        screenshot("waterfall");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSpanThatIsClickedShowsItsAttributesAndEvents(ShopUnderTest shop) {
        Response order = shop.order(ShopUnderTest.TWO_TEAS);
        shop.fulfilledTraceOf(order);

        // Tall enough for all rows: what is out of sight is not in the document.
        page.setViewportSize(1400, 1800);
        page.navigate(shop.shop().traceStore() + "/trace/" + order.header("x-trace-id"));
        page.getByRole(AriaRole.TREEITEM).filter(having("order.fulfil")).first().click();

        assertThat(page.locator("main")).containsText("order.shipped");
        assertThat(page.locator("main")).containsText(order.jsonPath().getString("id"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void anOrderClickedInTheStorefrontLeadsToItsTrace(ShopUnderTest shop) {
        page.navigate(shop.shop().storefront().toString());
        page.getByRole(AriaRole.BUTTON).filter(having("Add")).first().click();
        page.getByRole(AriaRole.BUTTON).filter(having("Place")).first().click();

        assertThat(page.locator("body")).containsText("ACCEPTED", new ContainsTextOptions().setTimeout(10_000));
        assertThat(page.locator("a[href*='/trace/']").first().getAttribute("href"))
                .startsWith(shop.shop().traceStore().toString());
        screenshot("storefront");
        assertThat(complaints).isEmpty();
    }

    private static FilterOptions having(String text) {
        return new FilterOptions().setHasText(text);
    }

    private void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
