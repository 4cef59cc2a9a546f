package dev.foundation.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Work that runs inside a span, is handed that span, and has a result.
 *
 * <pre>{@code
 * SpanFunction<Product, RuntimeException> find = span -> {
 *     span.setAttribute("cache.hit", cache.contains(sku));
 *     return cache.get(sku);
 * };
 * Product product = withSpan("cache.get", find);
 * }</pre>
 *
 * @param <T> the result's type
 * @param <X> what the work may throw; the caller of {@code withSpan} sees this very type
 */
@FunctionalInterface
public interface SpanFunction<T extends @Nullable Object, X extends Throwable> {

    T run(ActiveSpan span) throws X;
}
