package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.BatchSpans;

/** Opens the spans of batches, which are made of ours. */
@FunctionalInterface
public interface BatchOpener {

    /**
     * @param itemName of the items' spans; null if none was given
     * @param limit how many items have a span though they succeed; negative if that was not said
     */
    BatchSpans open(String name, @Nullable String itemName, int size, int limit);
}
