package dev.foundation.tracing.tracestore.query;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as Go writes it: {@code 1.5s}, {@code 100ms}, {@code 1h30m}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">time.ParseDuration</a>
 */
final class GoDuration {

    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^\\d.]*)");
    private static final Map<String, Long> NANOS_PER_UNIT = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L,
            "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);
    private static final int MAX_LENGTH = 64;

    private GoDuration() {
    }

    /**
     * @return nanoseconds
     * @throws IllegalArgumentException with Go's words
     */
    static long parseNanos(String text) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        long nanos = unsigned.equals("0") ? 0 : sum(unsigned, text);
        return text.startsWith("-") ? -nanos : nanos;
    }

    private static long sum(String unsigned, String text) {
        Matcher part = PART.matcher(unsigned);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosPer(part.group(2), text))));
            end = part.end();
        }
        boolean tooLong = unsigned.length() > MAX_LENGTH || sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
        if (end == 0 || end < unsigned.length() || tooLong)
            throw new IllegalArgumentException("time: invalid duration " + GoText.quote(text));
        return sum.longValue();
    }

    private static long nanosPer(String unit, String text) {
        if (unit.isEmpty())
            throw new IllegalArgumentException("time: missing unit in duration " + GoText.quote(text));
        Long nanos = NANOS_PER_UNIT.get(unit);
        if (nanos == null)
            throw new IllegalArgumentException(
                    "time: unknown unit " + GoText.quote(unit) + " in duration " + GoText.quote(text));
        return nanos;
    }
}
