package dev.foundation.tracing.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures every alternative in every situation, and prints them side by side, as ratios to OpenTelemetry's API by hand. */
final class Comparison {

    private static final Alternative BY_HAND = Alternative.without("OpenTelemetry's API by hand", "raw");
    private static final Alternative THREE_BY_HAND = Alternative.without("three nested: by hand", "rawThree");

    private static final List<Alternative> ONE_SPAN = List.of(Alternative.without("no span", "plain"), BY_HAND,
            Alternative.without("its incubator's startAndCall", "startAndCall"),
            Alternative.without("@WithSpan on a bean", "annotated"), Alternative.with("@Traced", "traced"),
            Alternative.with("withSpan(name, k1, v1, k2, v2, body)", "withSpan"),
            Alternative.with("by hand, beside this extension", "raw"));
    private static final List<Alternative> THREE_SPANS = List.of(THREE_BY_HAND,
            Alternative.with("three nested: @Traced", "tracedThree"),
            Alternative.with("three nested: withSpan", "withSpanThree"));

    /** Another program that takes a core for a while makes one round slower, and not both of them. */
    private static final int ROUNDS = 2;

    private final PrintStream out;

    Comparison(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.printf(
                "One span with two attributes and one event. JDK %s, %d processors; four minutes for each situation.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (Situation situation : Situation.chosen()) {
            out.printf("%n%s%n%-40s %9s %9s %7s %7s%n", situation.title(), "", "ns", "B", "x ns", "x B");
            print(ONE_SPAN, BY_HAND, situation);
            print(THREE_SPANS, THREE_BY_HAND, situation);
        }
    }

    private void print(List<Alternative> alternatives, Alternative yardstick, Situation situation)
            throws IOException, InterruptedException {
        Map<Alternative, Measurement> measured = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Alternative alternative : alternatives)
                measured.merge(alternative, Measurement.of(alternative, situation), Measurement::faster);
        }
        Measurement by = measured.getOrDefault(yardstick, new Measurement(Double.NaN, Double.NaN));
        measured.forEach((alternative, measurement) -> out.printf(Locale.ROOT, "%-40s %9.1f %9.0f %7.2f %7.2f%n",
                alternative.title(), measurement.nanos(), measurement.bytes(), measurement.nanos() / by.nanos(),
                measurement.bytes() / by.bytes()));
    }
}
