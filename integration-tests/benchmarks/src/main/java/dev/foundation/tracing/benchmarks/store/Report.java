package dev.foundation.tracing.benchmarks.store;

import java.io.PrintStream;
import java.util.Locale;

/** A table of what has to be reached and what was. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        out.printf("%-70s %12s %12s %7s%n", "", "goal", "measured", "ratio");
    }

    /** @param goal what has to be reached at least */
    void atLeast(String what, double goal, double measured) {
        row(what, ">= " + number(goal), measured, measured / goal);
    }

    /** @param goal what may be taken at most */
    void below(String what, double goal, double measured) {
        row(what, "< " + number(goal), measured, measured / goal);
    }

    void exactly(String what, long goal, long measured) {
        out.printf("%-70s %12d %12d %7s%n", what, goal, measured, goal == measured ? "ok" : "WRONG");
    }

    /** Without a goal. */
    void measured(String what, double measured) {
        out.printf("%-70s %12s %12s%n", what, "", number(measured));
    }

    private void row(String what, String goal, double measured, double ratio) {
        out.printf(Locale.ROOT, "%-70s %12s %12s %7.2f%n", what, goal, number(measured), ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%,.0f", value);
    }
}
