package dev.foundation.tracing.tracestore.ingest;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses as the bytes come, so that a body which grows without end is refused when it has grown too far, and what all
 * bodies hold together is what was counted. Messages are Tempo's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gunzip implements BodyReader {

    private static final int PIECE_BYTES = 64 * 1024;

    private final BodyReader plain;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] inflated = new byte[PIECE_BYTES];
    private GzipHeader header = new GzipHeader();
    private GzipTrailer trailer = new GzipTrailer();

    /** @param plain takes what is decompressed */
    Gunzip(BodyReader plain) {
        this.plain = plain;
    }

    @Override
    public void feed(byte[] piece) throws RefusedException {
        int offset = 0;
        while (offset < piece.length) {
            if (!header.isComplete())
                offset = header.read(piece, offset);
            else if (!inflater.finished())
                offset = inflate(piece, offset);
            else
                offset = readTrailer(piece, offset);
        }
    }

    @Override
    public void finish() throws RefusedException {
        if (!header.isUntouched())
            throw new MalformedRequestException("unexpected EOF");
        plain.finish();
    }

    @Override
    public void close() {
        inflater.end();
        plain.close();
    }

    private int inflate(byte[] piece, int offset) throws RefusedException {
        inflater.setInput(piece, offset, piece.length - offset);
        try {
            for (int size = inflater.inflate(inflated); size > 0; size = inflater.inflate(inflated)) {
                checksum.update(inflated, 0, size);
                plain.feed(Arrays.copyOf(inflated, size));
            }
        } catch (DataFormatException e) {
            throw new MalformedRequestException("flate: corrupt input");
        }
        if (inflater.needsDictionary())
            throw new MalformedRequestException("flate: corrupt input");
        return piece.length - inflater.getRemaining();
    }

    // Behind it another compressed part may begin, and all of them together are the body.
    private int readTrailer(byte[] piece, int offset) throws MalformedRequestException {
        int next = trailer.read(piece, offset);
        if (trailer.isComplete()) {
            trailer.check(checksum.getValue(), inflater.getBytesWritten());
            trailer = new GzipTrailer();
            header = new GzipHeader();
            inflater.reset();
            checksum.reset();
        }
        return next;
    }
}
