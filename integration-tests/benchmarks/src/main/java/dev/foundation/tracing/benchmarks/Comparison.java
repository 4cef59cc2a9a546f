package dev.foundation.tracing.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures every alternative in every situation, and prints them side by side, as ratios to OpenTelemetry's API by hand. */
final class Comparison {

    private static final List<String> ONE_SPAN = List.of("plain", "raw", "startAndCall", "annotated", "traced", "withSpan");
    private static final List<String> THREE_SPANS = List.of("rawThree", "tracedThree", "withSpanThree");

    private static final Map<String, String> NAMES = Map.of("plain", "no span", "raw", "OpenTelemetry's API by hand",
            "startAndCall", "its incubator's startAndCall", "annotated", "@WithSpan on a bean", "traced", "@Traced", "withSpan",
            "withSpan(name, k1, v1, k2, v2, body)", "rawThree", "three nested: by hand", "tracedThree", "three nested: @Traced",
            "withSpanThree", "three nested: withSpan");

    private final PrintStream out;

    Comparison(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.printf("One span with two attributes and one event. JDK %s, %d processors; about seven minutes.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (Situation situation : Situation.ALL) {
            out.printf("%n%s%n%-40s %9s %9s %7s %7s%n", situation.title(), "", "ns", "B", "x ns", "x B");
            print(ONE_SPAN, "raw", situation);
            print(THREE_SPANS, "rawThree", situation);
        }
    }

    private void print(List<String> benchmarks, String yardstick, Situation situation)
            throws IOException, InterruptedException {
        Map<String, Measurement> measured = new LinkedHashMap<>();
        for (String benchmark : benchmarks)
            measured.put(benchmark, Measurement.of(benchmark, situation));
        Measurement by = measured.getOrDefault(yardstick, new Measurement(Double.NaN, Double.NaN));
        measured.forEach((benchmark, measurement) -> out.printf(Locale.ROOT, "%-40s %9.1f %9.0f %7.2f %7.2f%n",
                NAMES.getOrDefault(benchmark, benchmark), measurement.nanos(), measurement.bytes(),
                measurement.nanos() / by.nanos(), measurement.bytes() / by.bytes()));
    }
}
