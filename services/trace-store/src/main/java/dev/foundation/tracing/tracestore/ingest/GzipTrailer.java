package dev.foundation.tracing.tracestore.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What stands behind compressed data: its checksum and its length. */
final class GzipTrailer {

    private static final int BYTES = 2 * Integer.BYTES;

    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** @return the offset of the first byte that was not needed */
    int read(byte[] piece, int offset) {
        int size = Math.min(bytes.remaining(), piece.length - offset);
        bytes.put(piece, offset, size);
        return offset + size;
    }

    boolean isComplete() {
        return !bytes.hasRemaining();
    }

    void check(long checksum, long length) throws MalformedRequestException {
        if (bytes.getInt(0) != (int) checksum || bytes.getInt(Integer.BYTES) != (int) length)
            throw new MalformedRequestException("gzip: invalid checksum");
    }
}
