package dev.foundation.tracing.test;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WaterfallTest {

    private static final Trace AN_ORDER = traceOf(
            aSpan("POST /orders").in("storefront").lasting(ofMillis(80)).with("http.response.status_code", 502L),
            aSpan("order.place").in("orders").below("POST /orders").startingAt(10).lasting(ofMillis(60)).with("order.items", 2L)
                    .event("order.accepted", 65, Map.of("total", "12.40")),
            aSpan("cache.get").in("orders").below("order.place").startingAt(12).lasting(ofMillis(3)).with("cache.hit", true)
                    .with("cache.name", "products"),
            aSpan("payment.charge").in("payments").below("order.place").startingAt(20).lasting(ofMillis(40))
                    .failed("provider is away").event("exception", 59,
                            Map.of("exception.type", "java.io.IOException", "exception.message", "reset")),
            aSpan("order.fulfil").in("orders").below("order.place").startingAt(80).lasting(ofMillis(20)));

    @Test
    void anOrderIsShownAsATreeInColumns() {
        assertThat(Waterfall.render(AN_ORDER)).isEqualTo(
                """
                        trace 5f1415ffc3670b2f794521fac799e091 · 5 spans · 3 services · 100 ms · 1 failed
                                                                    0             100 ms
                        POST /orders          storefront   80.0 ms  ━━━━━━━━━━━━━━━━      502
                        └╴order.place         orders       60.0 ms    ━━━━━━━━━━━━        order.items=2
                          ├╴cache.get         orders       3.00 ms    ━                   cache hit, products
                          ├╴✗ payment.charge  payments     40.0 ms      ━━━━━━━━          provider is away
                          │   ◇ exception                 @59.0 ms             ◆          IOException: reset
                          │ ◇ order.accepted              @65.0 ms               ◆        total=12.40
                          └╴order.fulfil      orders       20.0 ms                  ━━━━
                        """);
    }

    @Test
    void noLineIsWiderThanAsked() {
        Trace trace = traceOf(
                aSpan("a.very.long.name".repeat(20)).in("a-service-with-a-long-name").with("note", "x".repeat(500)));

        assertThat(Waterfall.render(trace).lines()).allMatch(line -> line.length() <= 120);
        assertThat(Waterfall.plain().atWidth(160).draw(trace).lines()).anyMatch(line -> line.length() == 160);
    }

    @Test
    void orphansAreShownWithTheParentTheyMiss() {
        String text = Waterfall.render(traceOf(aSpan("root"), aSpan("lost").below("00f067aa0ba902b7").startingAt(1)));

        assertThat(text).contains("\nlost ").contains("parent 00f067aa0ba902b7 is missing");
    }

    @Test
    void spansInACircleAreShownOnceEach() {
        Trace trace = traceOf(aSpan("root"), aSpan("hen").below("egg").startingAt(1), aSpan("egg").below("hen").startingAt(2),
                aSpan("own.parent").below("own.parent").startingAt(3));

        assertThat(names(trace)).containsExactly("root", "hen", "└╴egg", "own.parent");
    }

    @Test
    void aSpanDeliveredTwiceIsShownTwice() {
        Trace trace = traceOf(aSpan("root"), aSpan("root"), aSpan("child").below("root").startingAt(1));

        assertThat(names(trace)).containsExactly("root", "└╴child", "root");
    }

    @Test
    void aTraceOfAnyDepthIsShown() {
        Trace trace = traceOf(IntStream.range(0, 20_000).mapToObj(depth -> aSpan("s" + depth).below("s" + (depth - 1)))
                .toArray(SpanFixture[]::new));

        assertThat(Waterfall.render(trace).lines()).hasSize(20_002).anyMatch(line -> line.contains("⋯19999 s19999"))
                .allMatch(line -> line.length() <= 120);
    }

    @Test
    void aTraceWithoutLengthIsShown() {
        assertThat(Waterfall.render(traceOf(aSpan("moment").lasting(ofMillis(0))))).contains("moment").contains("0.00 ms");
    }

    @Test
    void textOfOthersCannotDrawOverTheTerminal() {
        String text = Waterfall.render(traceOf(aSpan("\u001b[2Jgone\nsecond line\u202e")));

        assertThat(text).contains("?[2Jgone second line?").doesNotContain("\u001b");
    }

    @Test
    void coloursComeOnlyWhenAskedFor() {
        assertThat(Waterfall.render(AN_ORDER)).doesNotContain("\u001b[");
        assertThat(Waterfall.plain().coloured().draw(AN_ORDER)).contains("\u001b[1;31m✗ payment.charge");
    }

    @Test
    void coloursDoNotMoveColumns() {
        String coloured = Waterfall.plain().coloured().draw(AN_ORDER);

        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(Waterfall.render(AN_ORDER).lines().toList());
    }

    @Test
    void aTerminalWithoutLinesGetsPlainAscii() {
        String text = Waterfall.plain().in(StandardCharsets.US_ASCII).draw(AN_ORDER);

        assertThat(text).contains("`-").contains("====").matches("\\p{ASCII}+");
    }

    /** The first column, without the two lines of the head. */
    private static List<String> names(Trace trace) {
        return Waterfall.render(trace).lines().skip(2).map(line -> line.substring(0, line.indexOf(' '))).toList();
    }
}
