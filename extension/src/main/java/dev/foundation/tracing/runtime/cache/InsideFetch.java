package dev.foundation.tracing.runtime.cache;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;

/**
 * Whoever fetches for others must wait for nobody himself: he might wait for his own fetch, or for one that waits for his. The
 * mark goes where the trace's context goes.
 */
final class InsideFetch {

    private static final ContextKey<Boolean> KEY = ContextKey.named("foundation-tracing-inside-fetch");

    private InsideFetch() {
    }

    static boolean isHere() {
        return Context.current().get(KEY) != null;
    }

    // To be closed on this thread, by whoever fetches.
    @SuppressWarnings("MustBeClosedChecker")
    static Scope begin() {
        return Context.current().with(KEY, true).makeCurrent();
    }
}
