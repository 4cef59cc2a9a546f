package dev.foundation.tracing.test;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void spansAreOrderedByStart() {
        Trace trace = traceOf(aSpan("second").startingAt(5), aSpan("first").startingAt(1));

        assertThat(trace.spans()).extracting(TraceSpan::name).containsExactly("first", "second");
    }

    @Test
    void aSpanWhoseParentIsNotThereIsAnOrphanAndNoRoot() {
        Trace trace = traceOf(aSpan("root"), aSpan("lost").below("unknown"));

        assertThat(trace.roots()).extracting(TraceSpan::name).containsExactly("root");
        assertThat(trace.orphans()).extracting(TraceSpan::name).containsExactly("lost");
    }

    @Test
    void childrenAndParentsFindEachOther() {
        Trace trace = traceOf(aSpan("root"), aSpan("late").below("root").startingAt(5), aSpan("early").below("root"));

        assertThat(trace.children(trace.spanNamed("root"))).extracting(TraceSpan::name).containsExactly("early", "late");
        assertThat(trace.parent(trace.spanNamed("late"))).contains(trace.spanNamed("root"));
    }

    @Test
    void servicesAreNamedInTheOrderInWhichTheyWereReached() {
        Trace trace = traceOf(aSpan("a").in("storefront"), aSpan("b").in("orders").startingAt(1),
                aSpan("c").in("storefront").startingAt(2));

        assertThat(trace.services()).containsExactly("storefront", "orders");
    }

    @Test
    void durationReachesFromTheFirstStartToTheLastEnd() {
        Trace trace = traceOf(aSpan("request"), aSpan("afterwards").below("request").startingAt(90));

        assertThat(trace.durationNanos()).isEqualTo(100_000_000);
    }

    @Test
    void askingForOneOfSeveralSpansShowsTheTrace() {
        Trace trace = traceOf(aSpan("root"), aSpan("attempt").withId("1").below("root"),
                aSpan("attempt").withId("2").below("root"));

        assertThatThrownBy(() -> trace.spanNamed("attempt")).isInstanceOf(UnexpectedTraceError.class)
                .hasMessageStartingWith("expected one span 'attempt', found 2").hasMessageContaining("└╴attempt");
    }
}
