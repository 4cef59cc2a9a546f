package dev.foundation.tracing.tracestore.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 64 bits that name a span within its trace; never zero.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#parent-id">W3C Trace Context</a>
 */
public record SpanId(long value) {

    public SpanId {
        if (value == 0)
            throw new IllegalArgumentException("a span id must not be all zero");
    }

    /** 16 lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().toHexDigits(value);
    }

    /** Its bytes, the first one first; a new array each time. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
