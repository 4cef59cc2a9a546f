package dev.foundation.tracing.tracestore.query;

import java.io.ByteArrayOutputStream;

/**
 * Tempo's message around a trace in Protobuf: the trace is its first field, what the query cost its second. Both are there
 * even when they are empty: Grafana crashes on an answer without the first.
 */
final class TraceByIdResponse {

    private static final int TRACE = (1 << 3) | 2;
    private static final int METRICS = (2 << 3) | 2;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private TraceByIdResponse() {
    }

    static byte[] of(byte[] trace) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(trace.length + 16);
        message.write(TRACE);
        writeLength(message, trace.length);
        message.writeBytes(trace);
        message.write(METRICS);
        writeLength(message, 0);
        return message.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream message, int length) {
        int left = length;
        while (left > SEVEN_BITS) {
            message.write((left & SEVEN_BITS) | MORE);
            left >>>= 7;
        }
        message.write(left);
    }
}
