package dev.foundation.tracing;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** A batch where no span is made: tracing is off, or the span around it is not sampled. */
final class NoBatchSpans implements BatchSpans {

    static final BatchSpans INSTANCE = new NoBatchSpans();

    static final Item NO_SPAN = failure -> {
        // there is nothing to end
    };

    private NoBatchSpans() {
    }

    @Override
    public void parallel(int atMost, int refused) {
        // nobody is told
    }

    @Override
    public <T extends @Nullable Object> Item openItem(int index, T item,
            @Nullable Function<? super T, @Nullable PropagatedContext> origin) {
        return NO_SPAN;
    }

    @Override
    public void close(int succeeded, int failed, @Nullable Throwable stoppedBy) {
        // there is nothing to end
    }
}
