package dev.foundation.tracing.test.assertions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.tree.SpanPattern;

/** Which span of a trace is meant: {@code POST /orders [storefront] SERVER}. */
final class SpanQuery {

    private final SpanPattern pattern;

    private SpanQuery(SpanPattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if it names no span */
    static SpanQuery of(String text) {
        return new SpanQuery(SpanPattern.of(text));
    }

    boolean isMetBy(TraceSpan span) {
        return pattern.matches(span);
    }

    List<TraceSpan> in(Trace trace) {
        return trace.spans().stream().filter(this::isMetBy).toList();
    }

    /** Why there is none. */
    Failure none(Trace trace) {
        List<TraceSpan> namesakes = trace.spans().stream().filter(span -> pattern.isNameOf(span)).toList();
        if (!namesakes.isEmpty())
            return Failure.of("there is no span '" + pattern + "', only " + described(namesakes), toldApart(namesakes));
        return Spelling.nearest(pattern.text(), trace.spans().stream().map(TraceSpan::name).collect(Collectors.toSet()))
                .map(nearest -> Failure.of("there is no span '" + pattern + "', perhaps '" + nearest + "' is meant",
                        Failure.wrong(trace.spansNamed(nearest), "expected " + pattern)))
                .orElseGet(() -> Failure.of("there is no span '" + pattern + "'"));
    }

    /** Why one cannot be told from the others. */
    Failure several(List<TraceSpan> found) {
        return Failure
                .of("there are " + found.size() + " spans '" + pattern + "': choose one by service and kind, or by what is"
                        + " above it, or take all with hasSpans(" + found.size() + ", \"" + pattern + "\")", toldApart(found));
    }

    private static String described(List<TraceSpan> spans) {
        Map<String, Long> counts = spans.stream().map(SpanQuery::describe)
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return counts.keySet().stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static Marks toldApart(List<TraceSpan> spans) {
        Marks marks = Marks.none();
        for (TraceSpan span : spans)
            marks = marks.wrong(span, describe(span));
        return marks;
    }

    static String describe(TraceSpan span) {
        return SpanPattern.describe(span);
    }
}
