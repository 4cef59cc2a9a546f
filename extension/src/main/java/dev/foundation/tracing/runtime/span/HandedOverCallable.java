package dev.foundation.tracing.runtime.span;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A task with a result. */
final class HandedOverCallable<T extends @Nullable Object> extends HandedOver implements Callable<T> {

    private final Callable<T> task;

    HandedOverCallable(Context context, Callable<T> task) {
        super(context);
        this.task = task;
    }

    @Override
    public T call() throws Exception {
        try (Scope ignored = enter()) {
            return task.call();
        }
    }
}
