package dev.foundation.tracing.test;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MarksTest {

    private static final TraceSpan PAY = AnOrder.TRACE.spanNamed("order.pay");
    private static final TraceSpan PLACE = AnOrder.TRACE.spanNamed("order.place");

    @Test
    void aMissingSpanStandsWhereItWasExpected() {
        Marks marks = Marks.none().missing(PLACE, PAY, new MissingSpan("order.accept", "expected here",
                List.of(new MissingSpan("INSERT shop.fulfilment", "", List.of()))));

        assertThat(draw(marks).lines().map(line -> line.substring(0, Math.min(39, line.length())).stripTrailing()))
                .containsSequence("        │   ◇ exception", "-       ├╴order.accept  ↳ expected here",
                        "-       │ └╴INSERT shop.fulfilment", "        └╴order.refuse              ord");
    }

    @Test
    void anUnexpectedAndAWrongSpanAreMarkedInTheMargin() {
        Marks marks = Marks.none().unexpected(AnOrder.TRACE.spanNamed("order.refuse"), "").wrong(PAY,
                "expected to have succeeded");

        assertThat(draw(marks).lines()).anyMatch(line -> line.startsWith("+ ") && line.contains("order.refuse"))
                .anyMatch(line -> line.startsWith("! ") && line.contains("✗ order.pay"))
                .anyMatch(line -> line.equals("        │ │ ↳ expected to have succeeded"));
    }

    @Test
    void aMissingRootStandsFirst() {
        Marks marks = Marks.none().missing(null, null, new MissingSpan("GET /", "", List.of()));

        assertThat(draw(marks).lines().skip(2).findFirst()).contains("- GET /");
    }

    @Test
    void severalNotesOfOneSpanAreAllShown() {
        assertThat(draw(Marks.none().wrong(PAY, "one").wrong(PAY, "two"))).contains("↳ one; two");
    }

    @Test
    void aLongNoteIsBrokenAndNotCut() {
        String note = "word ".repeat(60).strip() + " end";

        assertThat(draw(Marks.none().wrong(PAY, note)).lines()).allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.endsWith("word end"));
    }

    @Test
    void ofALargeTraceOnlyWhatIsNearIsShown() {
        Trace trace = traceOf(Stream.concat(Stream.of(aSpan("root")), IntStream.range(0, 200)
                .mapToObj(i -> aSpan("s" + i).below(i < 100 ? "root" : "s" + i % 100).startingAt(i)))
                .toArray(SpanFixture[]::new));

        String text = Waterfall.plain().marked(Marks.none().wrong(trace.spanNamed("s150"), "odd")).draw(trace);

        assertThat(text.lines().map(String::stripLeading)).hasSize(8).anyMatch(line -> line.startsWith("root"))
                .anyMatch(line -> line.startsWith("├╴⋯ 100 lines")).anyMatch(line -> line.startsWith("├╴s50"))
                .anyMatch(line -> line.startsWith("! │ └╴s150"));
    }

    @Test
    void whatIsFarFromEveryMarkIsCounted() {
        Trace trace = traceOf(Stream.concat(Stream.of(aSpan("root"), aSpan("a").below("root"), aSpan("b").below("root")),
                IntStream.range(0, 100).mapToObj(i -> aSpan("s" + i).below("a").startingAt(i))).toArray(SpanFixture[]::new));

        String text = Waterfall.plain().marked(Marks.none().wrong(trace.spanNamed("b"), "odd")).draw(trace);

        assertThat(text).contains("⋯ 100 lines").contains("! └╴b");
        assertThat(text.lines()).hasSize(7);
    }

    @Test
    void aTerminalWithoutLinesGetsPlainAscii() {
        Marks marks = Marks.none().wrong(PAY, "odd").missing(PLACE, null, new MissingSpan("x", "y", List.of()));

        assertThat(Waterfall.plain().in(StandardCharsets.US_ASCII).marked(marks).draw(AnOrder.TRACE)).contains("> odd")
                .matches("\\p{ASCII}+");
    }

    @Test
    void coloursDoNotMoveColumns() {
        Marks marks = Marks.none().wrong(PAY, "odd").missing(PLACE, null, new MissingSpan("x", "y", List.of()));
        String coloured = Waterfall.plain().coloured().marked(marks).draw(AnOrder.TRACE);

        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(draw(marks).lines().toList());
    }

    private static String draw(Marks marks) {
        return Waterfall.plain().marked(marks).draw(AnOrder.TRACE);
    }
}
