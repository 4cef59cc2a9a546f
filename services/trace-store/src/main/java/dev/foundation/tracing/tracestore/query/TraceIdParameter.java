package dev.foundation.tracing.tracestore.query;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.TraceId;

/** A trace id in a path, which may be shorter than 32 digits: leading zeros may be left out. */
final class TraceIdParameter {

    private static final int HEX_DIGITS = 32;

    private TraceIdParameter() {
    }

    /**
     * @return null for zero, which no trace has
     * @throws BadQueryException if it is not hexadecimal or too long, with Tempo's words
     */
    static @Nullable TraceId parse(String sent) {
        checkDigits(sent);
        if (sent.length() > HEX_DIGITS)
            throw new BadQueryException("trace IDs can't be larger than 128 bits");
        String padded = "0".repeat(HEX_DIGITS - sent.length()) + sent;
        return isZero(padded) ? null : TraceId.fromHex(padded);
    }

    private static void checkDigits(String sent) {
        for (int i = 0; i < sent.length(); i++) {
            if (!HexFormat.isHexDigit(sent.charAt(i)))
                throw new BadQueryException("trace IDs can only contain hex characters: invalid character '" + sent.charAt(i)
                        + "' at position " + (i + 1));
        }
    }

    private static boolean isZero(String hex) {
        return hex.chars().allMatch(digit -> digit == '0');
    }
}
