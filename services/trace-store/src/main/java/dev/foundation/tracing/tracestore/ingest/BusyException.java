package dev.foundation.tracing.tracestore.ingest;

/** Too many requests at once; the sender may try again soon. */
final class BusyException extends Exception {

    BusyException() {
        super("the store receives too much at once, try again soon");
    }
}
