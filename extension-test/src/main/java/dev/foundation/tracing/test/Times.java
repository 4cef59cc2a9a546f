package dev.foundation.tracing.test;

import java.util.Locale;

/** Durations with three digits, in milliseconds or, from one second on, in seconds. */
final class Times {

    private static final double NANOS_PER_MILLI = 1e6;

    private Times() {
    }

    static String format(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return millis < 999.5 ? digits(millis) + " ms" : digits(millis / 1000) + " s";
    }

    private static String digits(double value) {
        String pattern = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
