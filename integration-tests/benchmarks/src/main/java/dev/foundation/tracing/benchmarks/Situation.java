package dev.foundation.tracing.benchmarks;

import java.util.List;

/**
 * Where and how a span is measured.
 *
 * @param title for people
 * @param place the benchmark's parameter
 * @param parent the benchmark's parameter
 * @param jvmOptions of the process
 */
record Situation(String title, String place, String parent, List<String> jvmOptions) {

    private static final String OFF = "-Dquarkus.foundation-tracing.active=false";
    private static final String AS_WRITTEN = "-XX:-DoEscapeAnalysis";

    private static final List<Situation> ALL = List.of(
            new Situation("recorded, on a plain thread", "thread", "recorded", List.of()),
            new Situation("recorded, in a request", "request", "recorded", List.of()),
            new Situation("below an unsampled parent, on a plain thread", "thread", "unsampled", List.of()),
            new Situation("below an unsampled parent, in a request", "request", "unsampled", List.of()),
            new Situation("disabled at run time, in a request", "request", "recorded", List.of(OFF)),
            new Situation("recorded, on a plain thread, without escape analysis", "thread", "recorded", List.of(AS_WRITTEN)),
            new Situation("below an unsampled parent, in a request, without escape analysis", "request", "unsampled",
                    List.of(AS_WRITTEN)));

    /** @return those whose titles contain what the system property {@code situation} says; all without it */
    static List<Situation> chosen() {
        String part = System.getProperty("situation", "");
        return ALL.stream().filter(situation -> situation.title().contains(part)).toList();
    }

    Situation {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** @return the threads to run on; JMH's own for a plain thread */
    List<String> threadOptions() {
        return place.equals("request")
                ? List.of("-Djmh.executor=CUSTOM", "-Djmh.executor.class=" + RequestThreads.class.getName())
                : List.of();
    }
}
