package dev.foundation.tracing.test.assertions;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.Waterfall;

/**
 * What an assertion found amiss.
 *
 * @param sentence what was expected, and what was found
 * @param expected for tools that compare it with actual; null if there is nothing to compare
 */
record Failure(String sentence, Marks marks, @Nullable Object expected, @Nullable Object actual) {

    static Failure of(String sentence) {
        return new Failure(sentence, Marks.none(), null, null);
    }

    static Failure of(String sentence, Marks marks) {
        return new Failure(sentence, marks, null, null);
    }

    Failure comparing(@Nullable Object expectedValue, @Nullable Object actualValue) {
        return new Failure(sentence, marks, expectedValue, actualValue);
    }

    /** The same note on each of the spans. */
    static Marks wrong(List<TraceSpan> spans, String note) {
        Marks marks = Marks.none();
        for (TraceSpan span : spans)
            marks = marks.wrong(span, note);
        return marks;
    }

    String message(Trace trace) {
        return sentence + "\n\n" + Waterfall.plain().marked(marks).draw(trace);
    }

    static String quoted(List<String> names) {
        return names.isEmpty() ? "none" : names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    static String named(TraceSpan span) {
        return "'" + span.name() + "' [" + span.service() + "]";
    }
}
