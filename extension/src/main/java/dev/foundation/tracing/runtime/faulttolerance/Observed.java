package dev.foundation.tracing.runtime.faulttolerance;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.smallrye.faulttolerance.core.Completer;
import io.smallrye.faulttolerance.core.Future;

/** The library's futures tell one listener, so whoever listens too hands on a future of his own. */
final class Observed {

    private Observed() {
    }

    /** @param end is told what the future failed with, or null; does not throw */
    static <V> Future<V> of(Future<V> future, Consumer<@Nullable Throwable> end) {
        Completer<V> observed = Completer.create();
        future.then((value, failure) -> {
            end.accept(failure);
            if (failure == null)
                observed.complete(value);
            else
                observed.completeWithError(failure);
        });
        return observed.future();
    }
}
