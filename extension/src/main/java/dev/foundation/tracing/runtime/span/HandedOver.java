package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** Work that goes on where the trace stood when it was handed over, on whatever thread. */
abstract class HandedOver {

    private final Context context;
    private final Thread from = Thread.currentThread();
    private final io.vertx.core.@Nullable Context request = Vertx.currentContext();

    HandedOver(Context context) {
        this.context = context;
    }

    /** @return to be closed when the work is done, which makes current again what was current before; never throws */
    final Scope enter() {
        try {
            return request instanceof ContextInternal shared && isShared(shared) ? onCopyOf(shared)
                    : ContextsOnly.continued(context);
        } catch (RuntimeException e) {
            TracingFailures.report("a task is not part of its trace", e);
            return Scope.noop();
        }
    }

    /**
     * Quarkus's own executor takes a request's context along, mostly as a copy, but the very same if no CDI context is in it.
     * Whoever handed over goes on in it, and two threads would make spans current for each other.
     */
    private boolean isShared(ContextInternal here) {
        return here == Vertx.currentContext() && here.isDuplicate() && from != Thread.currentThread() && !here.inThread();
    }

    /** As Quarkus copies it. */
    private Scope onCopyOf(ContextInternal shared) {
        ContextInternal copy = shared.duplicate();
        copy.localContextData().putAll(shared.localContextData());
        ContextInternal before = copy.beginDispatch();
        Scope scope = ContextsOnly.continued(context);
        return () -> {
            scope.close();
            copy.endDispatch(before);
        };
    }
}
