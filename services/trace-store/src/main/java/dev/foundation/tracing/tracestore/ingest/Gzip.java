package dev.foundation.tracing.tracestore.ingest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes a gzip body apart and stops as soon as it grows over the limit, however small it came. */
final class Gzip {

    private static final int HEADER_BYTES = 10;

    private Gzip() {
    }

    static byte[] decompress(byte[] compressed) throws MalformedRequestException, RequestTooLargeException {
        if (compressed.length < HEADER_BYTES)
            throw new MalformedRequestException("unexpected EOF");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] plain = in.readNBytes(OtlpLimits.REQUEST_BYTES);
            if (in.read() != -1)
                throw new RequestTooLargeException();
            return plain;
        } catch (EOFException e) {
            throw new MalformedRequestException("unexpected EOF");
        } catch (IOException e) {
            throw new MalformedRequestException("gzip: " + e.getMessage());
        }
    }
}
