package dev.foundation.tracing.runtime.span;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A task without result. */
final class HandedOverRunnable extends HandedOver implements Runnable {

    private final Runnable task;

    HandedOverRunnable(Context context, Runnable task) {
        super(context);
        this.task = task;
    }

    @Override
    public void run() {
        try (Scope ignored = enter()) {
            task.run();
        }
    }
}
