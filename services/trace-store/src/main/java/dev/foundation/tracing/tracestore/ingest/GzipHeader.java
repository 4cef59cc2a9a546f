package dev.foundation.tracing.tracestore.ingest;

/** What stands before compressed data; nothing in it matters but that it is there. */
final class GzipHeader {

    private static final int FIXED_BYTES = 10;
    private static final int FLAGS_AT = 3;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final byte[] fixed = new byte[FIXED_BYTES];
    private int count;
    // Which optional parts are still to come, in the order of their bits but for the checksum, which is last.
    private int missing;
    private int skip;
    private int extraLength;
    private int extraLengthBytes;

    /** @return the offset of the first byte that does not belong to it */
    int read(byte[] piece, int offset) throws MalformedRequestException {
        int next = offset;
        while (next < piece.length && !isComplete())
            read(piece[next++]);
        return next;
    }

    boolean isUntouched() {
        return count == 0;
    }

    boolean isComplete() {
        return count == FIXED_BYTES && missing == 0 && skip == 0;
    }

    private void read(byte next) throws MalformedRequestException {
        if (count < FIXED_BYTES)
            readFixed(next);
        else if (skip > 0)
            skip--;
        else
            readOptional(next & 0xFF);
        if (count == FIXED_BYTES && missing == CHECKSUM && skip == 0) {
            missing = 0;
            skip = Short.BYTES;
        }
    }

    private void readFixed(byte next) throws MalformedRequestException {
        fixed[count++] = next;
        if (count < FIXED_BYTES)
            return;
        if (fixed[0] != 0x1f || fixed[1] != (byte) 0x8b || fixed[2] != 8)
            throw new MalformedRequestException("gzip: invalid header");
        missing = fixed[FLAGS_AT] & (CHECKSUM | EXTRA | NAME | COMMENT);
    }

    private void readOptional(int next) {
        if ((missing & EXTRA) != 0)
            readExtraLength(next);
        else if (next == 0)
            missing &= (missing & NAME) != 0 ? ~NAME : ~COMMENT;
    }

    private void readExtraLength(int next) {
        extraLength |= next << (Byte.SIZE * extraLengthBytes);
        extraLengthBytes++;
        if (extraLengthBytes < Short.BYTES)
            return;
        skip = extraLength;
        missing &= ~EXTRA;
    }
}
