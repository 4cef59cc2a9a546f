package dev.foundation.tracing.tracestore.traceql;

import static dev.foundation.tracing.tracestore.traceql.TraceFixture.aTrace;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.event;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.text;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.texts;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;

class PipelineTest {

    private final TraceFixture trace = aTrace().lasting(1, 0, "a", 10, text("side", "left"), whole("n", 1))
            .lasting(2, 1, "b", 20, text("side", "right"), whole("n", 2)).lasting(3, 1, "c", 60, text("side", "left"));

    @ParameterizedTest
    @ValueSource(strings = { "{} | count() = 3", "count() > 2", "{} | avg(duration) = 30ms", "{} | max(duration) >= 60ms",
            "{} | min(duration) < 11ms", "{} | sum(duration) = 90ms", "{} | sum(.n) = 3", "{} | avg(span.n) = 1.5",
            "{} | max(1 + .n) = 3", "{} | count() > 1 + 1", "{} | count() > 1 | { name = \"a\" || true }",
            "{} | by(name) | count() = 1", "{} | by(name) | coalesce() | count() = 3", "{} | select(.n) | count() = 3",
            "{} with(most_recent=true)" })
    void keepsAllSpans(String query) {
        assertThat(trace.found(query)).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{} | count() > 3", "{} | max(duration) > 1s", "{} | sum(.nobody) = 0",
            "{} | by(name) | count() > 1", "{ name = \"a\" } | { name = \"b\" }" })
    void keepsNone(String query) {
        assertThat(trace.found(query)).isEmpty();
    }

    @Test
    void groupsAreSetsWithTheirValue() {
        List<SpanSet> sets = TraceQl.parse("{} | by(.side) | max(duration) > 15ms").evaluate(trace.trace(), Deadline.usual());

        assertThat(sets).extracting(set -> set.attributes().toString())
                .containsExactly("{by(.side)=Text[value=left], max(duration)=Duration[nanos=60000000]}",
                        "{by(.side)=Text[value=right], max(duration)=Duration[nanos=20000000]}");
    }

    @Test
    void groupsMayBeOfEvents() {
        TraceFixture events = aTrace().withEvents(1, "a", event("boom")).span(2, 1, "b");

        assertThat(TraceQl.parse("{} | by(event:name)").evaluate(events.trace(), Deadline.usual()))
                .extracting(set -> set.attributes().toString())
                .containsExactly("{by(event:name)=Text[value=boom]}", "{by(event:name)=Text[value=]}");
    }

    @Test
    void listsAreNoNumbers() {
        TraceFixture lists = aTrace().span(1, 0, "a", whole("n", 5)).span(2, 1, "b", texts("n", "x"));

        assertThat(lists.found("{ .n != nil } | sum(.n) = 5")).containsExactly("a", "b");
    }

    @Test
    void ofAListOnlyWhatWasAskedForIsShown() {
        TraceFixture lists = aTrace().span(1, 0, "a", texts("tags", "x", "y"));
        TraceQuery query = TraceQl.parse("{ span.tags = `y` }");

        assertThat(query.shown(query.evaluate(lists.trace(), Deadline.usual()).get(0).spans().get(0)).values())
                .extracting(Value::literal).containsExactly("`y`");
    }

    @Test
    void aSpanShowsWhatTheQueryAsksAboutWhereItHolds() {
        TraceQuery query = TraceQl.parse("{ span.n > 1 || name = \"a\" } | select(span.side)");
        List<String> shown = query.evaluate(trace.trace(), Deadline.usual()).get(0).spans().stream().map(query::shown)
                .map(fields -> fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue().text()).toList()
                        .toString())
                .toList();

        assertThat(shown).containsExactly("[name=a, span.side=left]", "[span.n=2, span.side=right]");
    }
}
