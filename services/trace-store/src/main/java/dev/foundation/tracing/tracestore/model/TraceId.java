package dev.foundation.tracing.tracestore.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 128 bits that every span of one trace carries; never all zero.
 *
 * @param high the first 64 bits; zero for ids that were 64 bits long where they were made
 * @param low the last 64 bits
 * @see <a href="https://www.w3.org/TR/trace-context/#trace-id">W3C Trace Context</a>
 */
public record TraceId(long high, long low) {

    private static final int HEX_DIGITS = 32;

    public TraceId {
        if (high == 0 && low == 0)
            throw new IllegalArgumentException("a trace id must not be all zero");
    }

    /**
     * @param hex exactly 32 hexadecimal digits, upper or lower case
     * @throws IllegalArgumentException if it is anything else, or all zero
     */
    public static TraceId fromHex(String hex) {
        if (hex.length() != HEX_DIGITS)
            throw new IllegalArgumentException("a trace id has " + HEX_DIGITS + " hex digits, got " + hex.length());
        return new TraceId(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, HEX_DIGITS));
    }

    /** 32 lower-case hexadecimal digits. */
    public String toHex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(high) + format.toHexDigits(low);
    }

    /** Its bytes, the first one first; a new array each time. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
