package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;

/**
 * Contexts below which no span is made, as some threads have found out last: in a request that is not sampled the same one is
 * asked about at every span and event, and what is so of a context stays so. There are as many as places, which keep their
 * contexts until others come; who comes upon what another thread has found looks itself. Safe from any thread.
 */
final class UnsampledContexts {

    /** A power of two. */
    private static final int PLACES = 16;

    /** So many references fill a line of a processor's cache, which threads are not to take from each other. */
    private static final int APART = 16;

    /** Without a fence: contexts in here are compared, and never looked into. */
    private final @Nullable Context[] found = new Context[PLACES * APART];

    boolean contains(Context context) {
        return found[place()] == context;
    }

    void add(Context context) {
        found[place()] = context;
    }

    private static int place() {
        return ((int) Thread.currentThread().getId() & (PLACES - 1)) * APART;
    }
}
