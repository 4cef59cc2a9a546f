package dev.foundation.tracing.tracestore.ingest;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The one message of a gRPC call: a byte that says whether it is compressed, its length, and itself.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over HTTP/2</a>
 */
final class GrpcFrame implements BodyReader {

    private static final int PREFIX_BYTES = 1 + Integer.BYTES;

    private final BodyReader plain;
    private final boolean gzip;
    private final ByteBuffer prefix = ByteBuffer.allocate(PREFIX_BYTES);
    private BodyReader message;
    private long missing;

    /**
     * @param plain takes the message
     * @param gzip whether the call says that its compressed messages are so by gzip
     */
    GrpcFrame(BodyReader plain, boolean gzip) {
        this.plain = plain;
        this.gzip = gzip;
        message = plain;
    }

    @Override
    public void feed(byte[] piece) throws RefusedException {
        int size = Math.min(prefix.remaining(), piece.length);
        if (size > 0) {
            prefix.put(piece, 0, size);
            if (!prefix.hasRemaining())
                begin();
        }
        if (piece.length > size)
            feedMessage(size == 0 ? piece : Arrays.copyOfRange(piece, size, piece.length));
    }

    @Override
    public void finish() throws RefusedException {
        if (prefix.position() == 0)
            throw new MalformedRequestException("the call has no message");
        if (prefix.hasRemaining() || missing > 0)
            throw new MalformedRequestException("unexpected EOF");
        message.finish();
    }

    @Override
    public void close() {
        message.close();
    }

    private void begin() throws RefusedException {
        missing = Integer.toUnsignedLong(prefix.getInt(1));
        if (missing > OtlpLimits.REQUEST_BYTES)
            throw new RequestTooLargeException();
        if (prefix.get(0) == 0)
            return;
        if (!gzip)
            throw new MalformedRequestException("the message is compressed, and no grpc-encoding says how");
        message = new Gunzip(plain);
    }

    private void feedMessage(byte[] piece) throws RefusedException {
        if (piece.length > missing)
            throw new MalformedRequestException("a call of Export has one message, this one has several");
        missing -= piece.length;
        message.feed(piece);
    }
}
