package dev.foundation.tracing;

/**
 * Work that runs inside a span, is handed that span, and has no result.
 *
 * <pre>{@code
 * SpanConsumer<RuntimeException> check = span -> {
 *     if (stock.isEmpty())
 *         span.fail("sold out");
 * };
 * runWithSpan("stock.check", check);
 * }</pre>
 *
 * @param <X> what the work may throw; the caller of {@code runWithSpan} sees this very type
 */
@FunctionalInterface
public interface SpanConsumer<X extends Throwable> {

    void run(ActiveSpan span) throws X;
}
