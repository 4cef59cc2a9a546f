package dev.foundation.tracing.runtime.span;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Where Vert.x runs something that belongs to no request, such as the answer to a client outside any, Quarkus keeps no span:
 * whatever is made current there is not. So that work gets a Vert.x context of its own, for as long as it lasts.
 */
final class OwnVertxContext {

    private OwnVertxContext() {
    }

    /** @return whether what is made current here would not be */
    static boolean isNeeded() {
        return Vertx.currentContext() instanceof ContextInternal here && !here.isDuplicate();
    }

    /** @return to be closed on this thread, before it goes on to something else */
    // What is made current is so on that context alone, which goes with the scope.
    @SuppressWarnings("MustBeClosedChecker")
    static Scope with(Context context) {
        ContextInternal own = ((ContextInternal) Vertx.currentContext()).duplicate();
        VertxContextSafetyToggle.setContextSafe(own, true);
        ContextInternal before = own.beginDispatch();
        Scope scope = context.makeCurrent();
        return () -> {
            scope.close();
            own.endDispatch(before);
        };
    }
}
