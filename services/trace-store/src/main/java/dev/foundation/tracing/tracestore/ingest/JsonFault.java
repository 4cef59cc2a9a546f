package dev.foundation.tracing.tracestore.ingest;

import java.nio.charset.StandardCharsets;

/** Says what is wrong with a body in JSON, and where, in the words of the parser that Tempo uses. */
final class JsonFault {

    private static final int NEAR = 10;
    private static final int AROUND = 50;

    private final byte[] body;

    JsonFault(byte[] body) {
        this.body = body;
    }

    /** @param offset of the first byte that should not be there; at the end of the body, of none */
    MalformedRequestException unexpected(String operation, String expected, long offset) {
        int index = clamp(offset);
        String found = index < body.length ? text(index, index + 1) : "\0";
        return at(operation, "expect " + expected + ", but found " + found, index + 1L);
    }

    /** @param offset of the byte behind the fault */
    MalformedRequestException at(String operation, String why, long offset) {
        int head = clamp(offset);
        return new MalformedRequestException(operation + ": " + why + ", error found in #" + Math.min(NEAR, head)
                + " byte of ...|" + text(head - NEAR, head + NEAR) + "|..., bigger context ...|"
                + text(head - AROUND, head + AROUND) + "|...");
    }

    private String text(int from, int to) {
        int start = clamp(from);
        return new String(body, start, clamp(to) - start, StandardCharsets.UTF_8);
    }

    private int clamp(long offset) {
        return (int) Math.max(0, Math.min(offset, body.length));
    }
}
