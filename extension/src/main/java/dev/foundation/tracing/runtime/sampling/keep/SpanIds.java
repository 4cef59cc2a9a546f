package dev.foundation.tracing.runtime.sampling.keep;

import java.util.Arrays;

import io.opentelemetry.api.trace.SpanContext;

/** Ids of spans in eight bytes each. Whoever uses it sees to it that one thread does at a time. */
final class SpanIds {

    /** What one takes. */
    static final int BYTES = Long.BYTES;

    private static final int FEW = 4;
    private static final int HEXADECIMAL = 16;

    private long[] ids = new long[FEW];
    private int count;

    /**
     * @param most with so many there it is not added
     * @return whether it was
     */
    boolean add(SpanContext span, int most) {
        if (count >= most)
            return false;
        if (count == ids.length)
            ids = Arrays.copyOf(ids, Math.min(2 * count, most));
        ids[count++] = id(span);
        return true;
    }

    boolean contains(SpanContext span) {
        long wanted = id(span);
        for (int i = 0; i < count; i++)
            if (ids[i] == wanted)
                return true;
        return false;
    }

    private static long id(SpanContext span) {
        return Long.parseUnsignedLong(span.getSpanId(), HEXADECIMAL);
    }
}
