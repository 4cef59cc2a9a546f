package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.ByteString;

import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.TraceId;

/** Ids are bytes in OTLP; the messages are the ones that Tempo gives. */
final class IdDecoder {

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private IdDecoder() {
    }

    static TraceId traceId(ByteString sent) throws MalformedRequestException {
        if (sent.size() != TRACE_ID_BYTES || isZero(sent))
            throw new MalformedRequestException("trace ids must be 128 bit, received " + bits(sent) + " bits");
        return new TraceId(longAt(sent, 0), longAt(sent, SPAN_ID_BYTES));
    }

    static SpanId spanId(ByteString sent) throws MalformedRequestException {
        if (sent.size() != SPAN_ID_BYTES || isZero(sent))
            throw new MalformedRequestException(
                    "span ids must be 64 bit and not all zero, received " + bits(sent) + " bits");
        return new SpanId(longAt(sent, 0));
    }

    /** @return null for a root, whose parent is left out or all zero */
    static @Nullable SpanId parentId(ByteString sent) throws MalformedRequestException {
        return isZero(sent) ? null : spanId(sent);
    }

    static boolean isZero(ByteString sent) {
        for (int i = 0; i < sent.size(); i++) {
            if (sent.byteAt(i) != 0)
                return false;
        }
        return true;
    }

    private static int bits(ByteString sent) {
        return isZero(sent) ? 0 : sent.size() * Byte.SIZE;
    }

    private static long longAt(ByteString bytes, int offset) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++)
            value = (value << Byte.SIZE) | (bytes.byteAt(offset + i) & 0xFF);
        return value;
    }
}
