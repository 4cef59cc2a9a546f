package dev.foundation.tracing.tracestore.ingest;

import java.util.Arrays;

import dev.foundation.tracing.tracestore.store.Counters;
import dev.foundation.tracing.tracestore.store.Shortening;

/** Cuts texts and bytes to the limit, never in the middle of a character. */
final class TextDecoder {

    private static final int UTF8_BYTES_PER_CHAR = 3;

    private final Counters counters;

    TextDecoder(Counters counters) {
        this.counters = counters;
    }

    String decode(String text) {
        // No char takes more than three bytes, so most texts need no counting.
        if (text.length() <= OtlpLimits.TEXT_BYTES / UTF8_BYTES_PER_CHAR)
            return text;
        int end = charsWithinLimit(text);
        if (end == text.length())
            return text;
        counters.shortened(Shortening.VALUES_CUT, 1);
        return text.substring(0, end);
    }

    byte[] decode(byte[] bytes) {
        if (bytes.length <= OtlpLimits.TEXT_BYTES)
            return bytes;
        counters.shortened(Shortening.VALUES_CUT, 1);
        return Arrays.copyOf(bytes, OtlpLimits.TEXT_BYTES);
    }

    private static int charsWithinLimit(String text) {
        int bytes = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            bytes += utf8Bytes(codePoint);
            if (bytes > OtlpLimits.TEXT_BYTES)
                return index;
            index += Character.charCount(codePoint);
        }
        return index;
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80)
            return 1;
        if (codePoint < 0x800)
            return 2;
        return codePoint < 0x10000 ? 3 : 4;
    }
}
