package dev.foundation.tracing.tracestore.ingest;

/** How much of a request is taken. What goes beyond is cut off and counted; of a whole request, refused and counted. */
final class OtlpLimits {

    /** A request beyond is refused; bytes after decompression, and before it too. */
    static final int REQUEST_BYTES = 20 * 1024 * 1024;

    /**
     * All requests that wait to be decoded, and over HTTP those that are being received; beyond, senders are asked to try
     * again.
     */
    static final long RECEIVING_BYTES = 4L * REQUEST_BYTES;

    /** Seconds from the head of a request over HTTP to its last byte; a slower sender is cut off. */
    static final int RECEIVING_SECONDS = 30;

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

    /** Lists and maps within each other. */
    static final int VALUE_DEPTH = 8;

    private OtlpLimits() {
    }
}
