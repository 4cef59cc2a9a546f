package dev.foundation.tracing.tracestore.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A body as it is kept until it becomes spans: decompressed, counted, and never larger than it may be. It takes its part of
 * what all requests may hold together, and gives it back when it is closed. Used by one thread at a time.
 */
final class CountedBody implements BodyReader {

    private final BodyBudget budget;
    private final RequestSlots slots;
    private final List<byte[]> pieces = new ArrayList<>();
    private boolean admitted;
    private int bytes;

    /** Without a free slot the body refuses its first piece, and its end. */
    CountedBody(BodyBudget budget, RequestSlots slots) {
        this.budget = budget;
        this.slots = slots;
        admitted = slots.take();
    }

    @Override
    public void feed(byte[] piece) throws RefusedException {
        if (piece.length > OtlpLimits.REQUEST_BYTES - bytes)
            throw new RequestTooLargeException();
        if (!admitted || !budget.take(piece.length))
            throw new BusyException();
        bytes += piece.length;
        pieces.add(piece);
    }

    @Override
    public void finish() throws RefusedException {
        if (!admitted)
            throw new BusyException();
    }

    /** The whole body, in an array that nobody counts: one at a time, please. */
    byte[] joined() {
        byte[] whole = new byte[bytes];
        int offset = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, offset, piece.length);
            offset += piece.length;
        }
        return whole;
    }

    @Override
    public void close() {
        budget.giveBack(bytes);
        bytes = 0;
        pieces.clear();
        if (admitted)
            slots.giveBack();
        admitted = false;
    }
}
