package dev.foundation.tracing.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.foundation.tracing.it.page.HandmadeTrace.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.ByteString;

/** Traces of a size that a person cannot read, and that the page must not stumble over. */
@ExtendWith(ShownStore.class)
class LargeTracesIT {

    private static final Logger LOG = Logger.getLogger(LargeTracesIT.class.getName());
    private static final String DRAWN_AFTER = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
            + "() => done(performance.now() - performance.getEntriesByType('resource').find(each => each.name.includes('/api/v2/')).startTime))))";

    private final HandmadeTrace trace = new HandmadeTrace();

    @Test
    void fiveThousandSpansAreDrawn(StorePage shown) {
        List<ByteString> spans = new ArrayList<>(List.of(trace.root("batch", "job.run", 60_000)));
        for (int i = 1; i < 5_000; i++)
            spans.add(step(i, spans.get((i - 1) / 7)));

        shown.show(trace);

        assertThat(shown.page().locator(".facts")).containsText("5,000 spans");
        // How long it takes depends on who else uses this machine, so it is said and not asserted.
        LOG.info(() -> "5,000 spans: asked for, received and drawn in " + shown.page().evaluate(DRAWN_AFTER) + " ms");
        shown.press("End");
        assertThat(shown.page().locator(".row[aria-selected=true]")).isVisible();
    }

    private ByteString step(int number, ByteString parent) {
        return trace.span("service-" + number % 9, "step." + number % 40, parent, number * 10L, number * 10L + 200, span -> {
            for (int i = 0; i < 10; i++)
                span.addAttributes(attribute("attribute." + i, "value " + number + " " + i));
        });
    }

    @Test
    void onlyRowsInSightAreElements(StorePage shown) {
        ByteString root = trace.root("batch", "job.run", 60_000);
        for (int i = 1; i < 1_000; i++)
            trace.span("batch", "step", root, i, i + 1);

        shown.show(trace);

        org.assertj.core.api.Assertions.assertThat(shown.rows().count()).isLessThan(100);
    }

    @Test
    void aTraceTenThousandDeepIsShownToItsEnd(StorePage shown) {
        ByteString parent = trace.root("deep", "level.0", 20_000);
        for (int i = 1; i < 10_000; i++)
            parent = trace.span("deep", "level." + i, parent, i, 20_000 - i);

        shown.show(trace);
        shown.press("End");

        assertThat(shown.details()).containsText("level.9999");
        assertThat(shown.page().locator(".facts")).containsText("10,000 deep");
    }

    @Test
    void twoTracesTenThousandDeepAreCompared(StorePage shown) {
        HandmadeTrace other = new HandmadeTrace();
        for (HandmadeTrace each : List.of(trace, other)) {
            ByteString parent = each.root("deep", "level", 20_000);
            for (int i = 1; i < 10_000; i++)
                parent = each.span("deep", "level", parent, i, 20_000 - i);
        }
        shown.send(trace, other);

        shown.open("/compare/" + trace.id() + "/" + other.id());

        assertThat(shown.page().locator(".summary")).containsText("the same spans");
    }

    @Test
    void spansThatAreEachOthersParentsAreShownAndSaidToBeACycle(StorePage shown) {
        ByteString second = ByteString.copyFrom(new byte[] { 0, 0, 0, 0, 0, 0, 0, 2 });
        ByteString first = trace.span("odd", "first", second, 0, 10);
        trace.span("odd", "second", first, 1, 9);

        shown.show(trace);

        assertThat(shown.row("first")).containsText("cycle");
        assertThat(shown.row("second")).isVisible();
    }
}
