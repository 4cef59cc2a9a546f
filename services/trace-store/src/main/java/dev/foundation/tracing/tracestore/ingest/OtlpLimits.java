package dev.foundation.tracing.tracestore.ingest;

import java.time.Duration;

/** How much of a request is taken. What goes beyond is cut off and counted; of a whole request, refused and counted. */
final class OtlpLimits {

    /** A request beyond is refused; bytes after decompression. */
    static final int REQUEST_BYTES = 20 * 1024 * 1024;

    /** What is sent may be a little more: gRPC puts a few bytes before a message, and gzip cannot make everything smaller. */
    static final int SENT_BYTES = REQUEST_BYTES + 64 * 1024;

    /** All requests that are being received or wait to be decoded; beyond, senders are asked to try again. */
    static final long RECEIVING_BYTES = 4L * REQUEST_BYTES;

    /** As many may be received or wait to be decoded; beyond, senders are asked to try again. */
    static final int REQUESTS_AT_ONCE = 64;

    /** From the head of a request to its last byte; a slower sender is cut off. */
    static final Duration RECEIVING = Duration.ofSeconds(30);

    /** A request with more is refused before it is parsed. */
    static final int SPANS_PER_REQUEST = 100_000;

    /** Spans, events, links, attributes, values and unknown fields; a request with more is refused before it is parsed. */
    static final int ELEMENTS_PER_REQUEST = 1_000_000;

    /** All attributes of one resource or scope, in bytes of Protobuf: each of many traces may hold it. */
    static final int ORIGIN_BYTES = 64 * 1024;

    /** Names, keys and values, in bytes of UTF-8. */
    static final int TEXT_BYTES = 2048;

    static final int ATTRIBUTES = 256;
    static final int EVENTS_PER_SPAN = 512;
    static final int LINKS_PER_SPAN = 512;
    static final int VALUES_PER_LIST = 1024;

    /** Objects and arrays within each other in JSON, of which each list or map in a value takes three. */
    static final int JSON_DEPTH = 64;

    /** Lists and maps within each other. */
    static final int VALUE_DEPTH = 8;

    private OtlpLimits() {
    }
}
