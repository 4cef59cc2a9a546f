package dev.foundation.tracing.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures roots that are not sampled: by Quarkus alone, and with ten rules of which the last one matches. */
final class SamplingComparison {

    private static final Situation PLAIN_THREAD = new Situation("roots that are not sampled, on a plain thread", "thread",
            "recorded", List.of());

    private static final int ROUNDS = 3;
    private static final int RULES = 10;
    private static final String DROPPING = "-Dquarkus.otel.traces.sampler.arg=0";
    private static final String RULE = "-Dquarkus.foundation-tracing.sampling.rules[";

    private final PrintStream out;

    SamplingComparison(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.printf("%s. JDK %s, %d processors.%n%-48s %9s %9s%n", PLAIN_THREAD.title(), Runtime.version(),
                Runtime.getRuntime().availableProcessors(), "", "ns", "B");
        compare("the sampler, of a root", "SamplingBenchmark.samplerOfRoot", "span-name", "job.%d.*", "bench.*");
        compare("the sampler, of a request", "SamplingBenchmark.samplerOfRequest", "route", "/area-%d/{id}",
                "GET /products/{sku}");
        compare("a root", "SamplingBenchmark.root", "span-name", "job.%d.*", "bench.*");
        compare("a request", "SamplingBenchmark.request", "route", "/area-%d/{id}", "GET /products/{sku}");
    }

    private void compare(String what, String benchmark, String kind, String others, String last)
            throws IOException, InterruptedException {
        List<Alternative> alternatives = List.of(
                new Alternative(what + ", Quarkus alone", benchmark,
                        List.of(DROPPING, "-Dquarkus.foundation-tracing.active=false")),
                new Alternative(what + ", no rule", benchmark, List.of(DROPPING)),
                new Alternative(what + ", ten rules, never", benchmark, rules(kind, others, last, "never", "")),
                new Alternative(what + ", ten rules, ratio", benchmark, rules(kind, others, last, "ratio", "ratio=0")),
                new Alternative(what + ", ten rules, rate-limited", benchmark,
                        rules(kind, others, last, "rate-limited", "per-second=0.001")),
                new Alternative(what + ", ten rules, adaptive", benchmark,
                        rules(kind, others, last, "adaptive", "target-per-second=0.001")));
        Map<Alternative, Measurement> measured = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++)
            for (Alternative alternative : alternatives)
                measured.merge(alternative, Measurement.of(alternative, PLAIN_THREAD), Measurement::faster);
        measured.forEach((alternative, measurement) -> out.printf(Locale.ROOT, "%-48s %9.1f %9.0f%n", alternative.title(),
                measurement.nanos(), measurement.bytes()));
    }

    private static List<String> rules(String kind, String others, String last, String strategy, String number) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            boolean isLast = i == RULES - 1;
            options.add(RULE + i + "]." + kind + "=" + (isLast ? last : String.format(Locale.ROOT, others, i)));
            options.add(RULE + i + "].strategy=" + (isLast ? strategy : "always"));
            if (isLast && !number.isEmpty())
                options.add(RULE + i + "]." + number);
        }
        return options;
    }
}
