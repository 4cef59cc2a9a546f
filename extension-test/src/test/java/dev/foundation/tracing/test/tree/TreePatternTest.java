package dev.foundation.tracing.test.tree;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.test.AnOrder;
import dev.foundation.tracing.test.SpanFixture;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.Waterfall;

class TreePatternTest {

    private static final Trace ORDER = AnOrder.TRACE;

    @ParameterizedTest
    @ValueSource(strings = { """
            POST /orders
              POST /orders
                POST /orders
                  order.place
                    order.item
                    order.item
                    order.pay
                      payment.book
                    order.refuse
            """, """
            POST /orders [storefront] SERVER
              | http.response.status_code = 502
              POST /orders [storefront] CLIENT
                POST /orders [orders] SERVER
                  order.place
                    | order.items = 2
                    ◇ order.checked
                      | total = "12.*"
                    ◇ order.refused
                    order.item
                      | product.sku = *
                    order.*
                    ✗ order.pay
                      payment.book [pay*]
                        → *
                    order.refuse
            """, """
            # what is not of interest
            POST /orders …
            """, """
            *
                *
                    *
                        order.place
                            …
                            order.pay …

                            *
            """, """
            POST /orders
              POST /orders
                POST /orders
                  order.place
                    ...
                    ! order.pay ...
                      <> exception
                        | exception.type = "java.io.*"
                    ...
            """, "…", "  …\n  POST /orders …", "\"POST /orders\" …" })
    void aTraceMatchesWhatIsTrueOfIt(String tree) {
        assertThat(TreePattern.lenient(tree).compare(ORDER).summary()).isEqualTo("nothing differs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what the tree has below order.place          | what differs
            order.item,order.item,order.pay,order.refuse   | 1 span is missing
            order.item,order.item,order.pay …              | 1 span is unexpected
            order.item,order.pay …,order.refuse            | 1 span is unexpected
            …,order.refuse,order.pay …                     | 1 span is not as expected
            order.refuse,…                                 | 4 spans are unexpected
            …,order.accept                                 | 1 span is missing
            order.item,order.item,order.pay …,order.accept | 1 span is missing, 1 is unexpected
            """, useHeadersInDisplayName = false)
    void whatDiffersIsCounted(String children, String summary) {
        String below = String.join("\n        ", children.split(","));
        String tree = "POST /orders\n  POST /orders\n    POST /orders\n      order.place\n        " + below;
        if (children.startsWith("order.item,order.item,order.pay,"))
            tree = tree.replace("order.pay", "order.pay\n          payment.book\n          payment.confirm");

        assertThat(TreePattern.lenient(tree).compare(ORDER).summary()).isEqualTo(summary);
    }

    @Test
    void oneFaultIsMarkedOnceWhereItIs() {
        TreeDifference difference = TreePattern.lenient("""
                POST /orders
                  POST /orders
                    POST /orders
                      order.place
                        order.item
                        order.item
                        order.pay [payments]
                          payment.book
                            | payment.repeated = false
                        order.accept
                          INSERT shop.fulfilment
                """).compare(ORDER);

        assertThat(difference.summary()).isEqualTo("2 spans are missing, 1 is unexpected, 2 are not as expected");
        assertThat(Waterfall.plain().marked(difference.marks()).draw(ORDER).lines().filter(line -> !line.startsWith("  "))
                .map(line -> line.replaceAll("^(.) [^a-zA-Z]*([a-zA-Z.]+).*", "$1 $2")))
                .containsExactly("! order.pay", "! payment.book", "- order.accept", "- INSERT", "+ order.refuse");
        assertThat(Waterfall.plain().marked(difference.marks()).draw(ORDER))
                .contains("↳ service: expected payments, was orders")
                .contains("↳ payment.repeated: expected false, was not there")
                .contains("order.accept  ↳ expected here");
    }

    @Test
    void aSpanInTheWrongPlaceIsSaidToBeElsewhere() {
        TreeDifference difference = TreePattern.lenient("""
                POST /orders
                  payment.book
                  …
                """).compare(ORDER);

        assertThat(Waterfall.plain().marked(difference.marks()).draw(ORDER))
                .contains("payment.book  ↳ expected here, and not below order.pay");
    }

    @Test
    void spansThatRanOneAfterTheOtherStandInThatOrder() {
        Trace trace = traceOf(aSpan("root").lasting(ofMillis(100)), aSpan("a").below("root").startingAt(1),
                aSpan("b").below("root").startingAt(20));

        assertThat(TreePattern.lenient("root\n  a\n  b").compare(trace).isEmpty()).isTrue();
        TreeDifference difference = TreePattern.lenient("root\n  b\n  a").compare(trace);
        assertThat(difference.summary()).isEqualTo("1 span is not as expected");
        assertThat(Waterfall.plain().marked(difference.marks()).draw(trace)).contains("expected after 'b', ran before it");
    }

    @Test
    void spansThatOverlappedMayStandInAnyOrder() {
        Trace trace = traceOf(aSpan("root").lasting(ofMillis(100)), aSpan("a").below("root").startingAt(1),
                aSpan("b").below("root").startingAt(5));

        assertThat(TreePattern.lenient("root\n  a\n  b").compare(trace).isEmpty()).isTrue();
        assertThat(TreePattern.lenient("root\n  b\n  a").compare(trace).isEmpty()).isTrue();
    }

    @Test
    void othersMayStandOnlyWhereTheTreeSaysSo() {
        Trace trace = traceOf(aSpan("root").lasting(ofMillis(100)), aSpan("a").below("root").startingAt(1),
                aSpan("b").below("root").startingAt(20));

        assertThat(TreePattern.lenient("root\n  a\n  …").compare(trace).isEmpty()).isTrue();
        assertThat(TreePattern.lenient("root\n  …\n  a").compare(trace).summary()).isEqualTo("1 span is unexpected");
    }

    @Test
    void manySpansThatAreAlikeAreNoTrouble() {
        Trace trace = traceOf(Stream.concat(Stream.of(aSpan("root")),
                IntStream.range(0, 300).mapToObj(i -> aSpan("item").withId("i" + i).below("root")))
                .toArray(SpanFixture[]::new));

        assertThat(TreePattern.lenient("root\n" + "  item\n".repeat(300)).compare(trace).isEmpty()).isTrue();
        assertThat(TreePattern.lenient("root\n  …\n" + "  item\n".repeat(299) + "  other\n").compare(trace).summary())
                .isEqualTo("1 span is missing");
    }

    @Test
    void aTreeThatCouldBeAnythingIsRefused() {
        Trace trace = traceOf(Stream.concat(Stream.of(aSpan("root"), aSpan("first").below("root").lasting(ofMillis(1))),
                IntStream.range(0, 30).mapToObj(i -> aSpan("item").withId("i" + i).below("root").startingAt(5)))
                .toArray(SpanFixture[]::new));
        String alternating = IntStream.range(0, 30).mapToObj(i -> i % 2 == 0 ? "  item\n" : "  it*\n").reduce("",
                String::concat);

        assertThatThrownBy(() -> TreePattern.lenient("root\n" + alternating + "  first\n").compare(trace))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too ambiguous");
    }

    @Test
    void orphansAndCirclesStandOnTop() {
        Trace trace = traceOf(aSpan("root"), aSpan("lost").below("away").startingAt(1), aSpan("hen").below("egg").startingAt(2),
                aSpan("egg").below("hen").startingAt(3));

        assertThat(TreePattern.lenient("root\nlost\nhen\n  egg").compare(trace).isEmpty()).isTrue();
    }

    @Test
    void aDeepTraceIsNoTrouble() {
        Trace trace = traceOf(IntStream.range(0, 10_000).mapToObj(depth -> aSpan("s" + depth).below("s" + (depth - 1)))
                .toArray(SpanFixture[]::new));

        assertThat(TreePattern.lenient("s0 …").compare(trace).isEmpty()).isTrue();
        assertThat(TreePattern.lenient("s0\n  s1").compare(trace).summary()).isEqualTo("9998 spans are unexpected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            root\\n    a\\n  b ; line 3 of the tree, 'b': indent it as a line above it: by 4 blanks, or by fewer
            root\\n\\ta ; line 2 of the tree, 'a': indent with blanks, not with tabs
            | key = 1 ; line 1 of the tree, '| key = 1': write an attribute below its span or event, as | key = value
            root\\n  | key 1 ; line 2 of the tree, '| key 1': write an attribute below its span or event, as | key = value
            root\\n  | key = text ; line 2 of the tree, '| key = text': text is no value: write JSON
            ◇ event ; line 1 of the tree, '◇ event': write an event below its span
            root\\n  ◇ event\\n    a ; line 3 of the tree, 'a': an event has no spans below it: indent this less
            root\\n  …\\n    a ; line 3 of the tree, 'a': nothing can be below the line above it: indent this less
            "root ; nothing
            """, quoteCharacter = '\'', ignoreLeadingAndTrailingWhitespace = true)
    void aTreeThatCannotBeReadSaysWhereAndWhatToDo(String tree, String message) {
        String text = tree.replace("\\n", "\n").replace("\\t", "\t");
        if (message.equals("nothing"))
            assertThat(TreePattern.lenient(text).compare(traceOf(aSpan("\"root"))).isEmpty()).isTrue();
        else
            assertThatThrownBy(() -> TreePattern.lenient(text)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message);
    }

    @Test
    void aStrictTreeSaysAllThatThereIs() {
        Trace trace = traceOf(aSpan("root").failed("").with("a", 1L).event("e", 1, Map.of("b", true)));

        assertThat(TreePattern.strict("✗ root [shop]\n  | a = 1\n  ◇ e\n    | b = true").compare(trace).isEmpty()).isTrue();
        assertThat(TreePattern.lenient("root").compare(trace).isEmpty()).isTrue();
        assertThat(Waterfall.plain().marked(TreePattern.strict("root [shop] CLIENT").compare(trace).marks()).draw(trace))
                .contains("kind: expected CLIENT, was INTERNAL; expected not to have failed; a: not expected, was 1; events:"
                        + " expected [],")
                .contains("found [e]");
    }

    @Test
    void aStrictTreeMustSayTheServiceOnTop() {
        assertThatThrownBy(() -> TreePattern.strict("root\n  a")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1 of the tree, 'root': say its service: name [service]");
    }

    @Test
    void nothingIsNoValue() {
        assertThatThrownBy(() -> TreePattern.lenient("root\n  | key = [1, null]"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("write JSON");
    }
}
