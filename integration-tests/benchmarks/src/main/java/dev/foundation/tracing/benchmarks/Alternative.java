package dev.foundation.tracing.benchmarks;

import java.util.List;

/**
 * A way to make a span.
 *
 * @param title for people
 * @param benchmark class and method
 * @param jvmOptions of the process that measures it
 */
record Alternative(String title, String benchmark, List<String> jvmOptions) {

    private static final String OF_SPANS = "SpanBenchmark.";

    Alternative {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** As it is in an application that has this extension. */
    static Alternative with(String title, String benchmark) {
        return new Alternative(title, OF_SPANS + benchmark, List.of());
    }

    /** As it is without this extension, which makes the spans of others cheaper too. */
    static Alternative without(String title, String benchmark) {
        return new Alternative(title, OF_SPANS + benchmark, List.of("-Dquarkus.foundation-tracing.lazy-log-correlation=false"));
    }
}
