package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;

/**
 * Contexts whose spans drop all that is inside, as threads have found out last: in a request that is not sampled the same one
 * is
 * asked about at every span and event, and what is so of a context stays so. There are as many as places, which keep their
 * contexts until others come; who comes upon what another thread has found looks itself. Safe from any thread.
 */
final class UnsampledContexts {

    /** So many references fill a line of a processor's cache, which threads are not to take from each other. */
    private static final int APART = 16;

    /** Without a fence: contexts in here are compared, and never looked into. */
    private final @Nullable Context[] found = new Context[ThreadPlaces.count() * APART];

    boolean contains(Context context) {
        return found[place()] == context;
    }

    void add(Context context) {
        found[place()] = context;
    }

    /** The last of those in a line: the first ones are in that of the array's length, which all threads read. */
    private int place() {
        return ((int) Thread.currentThread().getId() * APART + APART - 1) & (found.length - 1);
    }
}
