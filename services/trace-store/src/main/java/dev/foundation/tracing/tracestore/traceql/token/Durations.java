package dev.foundation.tracing.tracestore.traceql.token;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Durations as TraceQL has them: {@code 1.5s}, {@code 1h30m}, {@code 1d}. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^\\d.]+)");
    private static final Map<String, Long> NANOS_PER_UNIT = Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s",
            1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L, "d",
            86_400_000_000_000L, "w", 604_800_000_000_000L, "y", 31_536_000_000_000_000L);
    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Durations() {
    }

    /** @return nanoseconds, or null if it is none or longer than 292 years */
    public static @Nullable Long parse(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        boolean hasDays = text.matches(".*[dwy].*");
        while (part.find() && part.start() == end) {
            // Days and longer are Prometheus's, which knows no fractions.
            if (hasDays && part.group(1).contains("."))
                return null;
            Long nanos = NANOS_PER_UNIT.get(part.group(2).replace('µ', 'u').replace('μ', 'u'));
            if (nanos == null)
                return null;
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanos)));
            end = part.end();
        }
        boolean whole = end > 0 && end == text.length() && sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return whole ? (Long) sum.longValue() : null;
    }

    /** As Go prints it: {@code 1h2m0.5s}, {@code 40ms}, {@code 0s}. */
    public static String print(long nanos) {
        if (nanos == 0)
            return "0s";
        String sign = nanos < 0 ? "-" : "";
        long left = Math.abs(nanos);
        if (left < MICROSECOND)
            return sign + left + "ns";
        if (left < MILLISECOND)
            return sign + fraction(left, MICROSECOND) + "µs";
        if (left < SECOND)
            return sign + fraction(left, MILLISECOND) + "ms";
        return sign + clock(left);
    }

    private static String clock(long nanos) {
        String seconds = fraction(nanos % MINUTE, SECOND) + "s";
        if (nanos < MINUTE)
            return seconds;
        String minutes = nanos % HOUR / MINUTE + "m" + seconds;
        return nanos < HOUR ? minutes : nanos / HOUR + "h" + minutes;
    }

    private static String fraction(long nanos, long unit) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit)).stripTrailingZeros().toPlainString();
    }
}
