package dev.foundation.tracing.test.tree;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.SpanFixture;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.Waterfall;

class TreeAlignmentTest {

    @Test
    void theOneOfManyAlikeThatFailedIsMarked() {
        TreePattern golden = TreePattern.strict(TreeText.of(rootOver(items(20))));
        SpanFixture[] oneFailed = items(20);
        oneFailed[7].failed("no");

        assertThat(golden.compare(rootOver(oneFailed)).summary()).isEqualTo("1 span is not as expected");
    }

    @Test
    void aWrongOrderIsToldOnceAlsoWhereOthersMayStand() {
        Trace trace = rootOver(aSpan("a").startingAt(1), aSpan("b").startingAt(20));

        assertThat(TreePattern.lenient("root\n  b\n  a\n  …").compare(trace).summary())
                .isEqualTo("1 span is not as expected");
    }

    @Test
    void ofTheOthersOnlyThoseInTheWrongPlaceAreMarked() {
        Trace trace = rootOver(aSpan("early").startingAt(1), aSpan("a").startingAt(20), aSpan("late").startingAt(40));

        TreeDifference difference = TreePattern.lenient("root\n  a\n  …").compare(trace);

        assertThat(difference.summary()).isEqualTo("1 span is unexpected");
        assertThat(Waterfall.plain().marked(difference.marks()).draw(trace).lines().filter(line -> line.startsWith("+")))
                .singleElement().asString().contains("early");
    }

    @Test
    void aStarLeavesASpanToTheLineThatNamesIt() {
        Trace trace = rootOver(aSpan("a").startingAt(1), aSpan("b").startingAt(2), aSpan("c").startingAt(3));

        assertThat(TreePattern.lenient("root\n  *\n  a\n  b\n  d").compare(trace).summary()).isEqualTo("1 span is missing");
    }

    @Test
    void thousandsSideBySideAreNoTrouble() {
        Trace trace = rootOver(items(3_000));

        assertThat(TreePattern.strict(TreeText.of(trace)).compare(trace).isEmpty()).isTrue();
    }

    private static SpanFixture[] items(int count) {
        return IntStream.range(0, count).mapToObj(i -> aSpan("item").withId("i" + i).with("thread.id", 7L).lasting(ofMillis(9)))
                .toArray(SpanFixture[]::new);
    }

    private static Trace rootOver(SpanFixture... spans) {
        return traceOf(Stream.concat(Stream.of(aSpan("root").lasting(ofMillis(100))),
                Stream.of(spans).map(span -> span.below("root"))).toArray(SpanFixture[]::new));
    }
}
