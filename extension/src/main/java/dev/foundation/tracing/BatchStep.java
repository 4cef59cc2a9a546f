package dev.foundation.tracing;

import org.jspecify.annotations.Nullable;

/**
 * What is done with each item of a batch. Its work is over when it returns: what it starts elsewhere, it waits for.
 *
 * <pre>{@code
 * BatchStep<Path, Long> size = file -> Files.size(file); // throws IOException, which is that file's failure
 * BatchResult<Long> sizes = batch("backup.files", files, size);
 * }</pre>
 *
 * @param <T> the items' type
 * @param <R> the results' type
 */
@FunctionalInterface
public interface BatchStep<T extends @Nullable Object, R extends @Nullable Object> {

    R run(T item) throws Exception;
}
