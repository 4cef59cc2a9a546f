package dev.foundation.tracing.tracestore;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 512k}, {@code 256m}, {@code 1g}, or without a unit. */
final class ByteSize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([kmgKMG]?)");

    private ByteSize() {
    }

    /** @throws IllegalArgumentException if it is anything else */
    static long parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches())
            throw new IllegalArgumentException("a size is a number with k, m or g behind it, such as 256m, got " + text);
        int shift = switch (form.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << shift);
    }
}
