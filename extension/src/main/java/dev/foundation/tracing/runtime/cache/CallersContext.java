package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Scope;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Runs what follows a load for a caller who waited for it: in the request that he asked in, and never in that of the other who
 * loaded. As quarkus-cache does it.
 */
final class CallersContext implements Executor {

    private final @Nullable Context asked;

    private CallersContext(@Nullable Context asked) {
        this.asked = asked;
    }

    static Executor here() {
        return new CallersContext(Vertx.currentContext());
    }

    @Override
    public void execute(Runnable command) {
        Context here = Vertx.currentContext();
        if (asked != null && asked != here)
            asked.runOnContext(nothing -> command.run());
        else if (asked == null && here instanceof ContextInternal others)
            others.duplicate().runOnContext(nothing -> command.run());
        else
            runWithoutSpan(command);
    }

    // Whoever loads may have a span current on this thread.
    private static void runWithoutSpan(Runnable command) {
        try (Scope ignored = io.opentelemetry.context.Context.root().makeCurrent()) {
            command.run();
        }
    }
}
