package dev.foundation.tracing.tracestore.ingest;

/** How much of a request is taken. What goes beyond is cut off and counted, except for the first limit. */
final class OtlpLimits {

    /** A request beyond is refused; bytes after decompression, and before it too. */
    static final int REQUEST_BYTES = 20 * 1024 * 1024;

    /** All requests that are being received or wait to be decoded; beyond, senders are asked to try again. */
    static final long RECEIVING_BYTES = 4L * REQUEST_BYTES;

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
