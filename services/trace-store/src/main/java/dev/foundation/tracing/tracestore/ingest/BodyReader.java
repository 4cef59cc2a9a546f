package dev.foundation.tracing.tracestore.ingest;

/** Takes what a connection brings and makes a body of it, piece by piece. Used on one thread. */
interface BodyReader extends AutoCloseable {

    void feed(byte[] piece) throws RefusedException;

    /** Nothing more comes. */
    void finish() throws RefusedException;

    /** Gives back what is held, however the request ended; again does nothing. */
    @Override
    void close();
}
