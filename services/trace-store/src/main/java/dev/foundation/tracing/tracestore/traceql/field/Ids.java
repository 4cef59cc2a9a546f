package dev.foundation.tracing.tracestore.traceql.field;

import dev.foundation.tracing.tracestore.model.TraceId;

/** Ids as Tempo compares them. */
final class Ids {

    /** What a root has for its parent's id. */
    static final String NO_SPAN = "0".repeat(16);

    private static final int DIGITS_PER_BYTE = 2;

    private Ids() {
    }

    static String trimmed(TraceId id) {
        return trimmed(id.toHex());
    }

    /** Without leading zeros. */
    static String trimmed(String hex) {
        int start = 0;
        while (start < hex.length() && hex.charAt(start) == '0')
            start++;
        return hex.substring(start);
    }

    /** Tempo 3 drops leading zero bytes of a span id that is asked for, and then finds none that has them. */
    static boolean isNeverFound(String spanId) {
        return !spanId.equals(NO_SPAN) && trimmed(spanId).length() <= spanId.length() - DIGITS_PER_BYTE;
    }
}
