package dev.foundation.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Work that runs inside a span and has a result.
 *
 * <pre>{@code
 * SpanBody<Order, SQLException> store = () -> orders.insert(request); // throws SQLException
 * Order order = withSpan("order.store", store);
 * }</pre>
 *
 * @param <T> the result's type
 * @param <X> what the work may throw; the caller of {@code withSpan} sees this very type
 */
@FunctionalInterface
public interface SpanBody<T extends @Nullable Object, X extends Throwable> {

    T run() throws X;
}
