package dev.foundation.tracing.test.assertions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** What is above a span. */
final class Ancestry {

    private static final int MOST_NAMED = 6;

    private Ancestry() {
    }

    static Optional<TraceSpan> nearest(Trace trace, TraceSpan span, SpanQuery query) {
        return above(trace, span).stream().filter(query::isMetBy).findFirst();
    }

    static String path(Trace trace, TraceSpan span) {
        List<TraceSpan> above = above(trace, span);
        if (above.isEmpty())
            return "below nothing";
        String path = String.join(" < ", above.stream().limit(MOST_NAMED).map(TraceSpan::name).toList());
        return "below " + path + (above.size() > MOST_NAMED ? " < …" : "");
    }

    /** The parent first. */
    private static List<TraceSpan> above(Trace trace, TraceSpan span) {
        Set<TraceSpan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<TraceSpan> above = new ArrayList<>();
        // Parents may form a circle.
        for (Optional<TraceSpan> at = trace.parent(span); at.isPresent() && seen.add(at.get()); at = trace.parent(at.get()))
            above.add(at.get());
        return above;
    }
}
