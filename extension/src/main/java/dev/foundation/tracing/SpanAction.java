package dev.foundation.tracing;

/**
 * Work that runs inside a span and has no result.
 *
 * <pre>{@code
 * SpanAction<IOException> write = () -> Files.writeString(file, text);
 * withSpan("report.write", write);
 * }</pre>
 *
 * @param <X> what the work may throw; the caller of {@code withSpan} sees this very type
 */
@FunctionalInterface
public interface SpanAction<X extends Throwable> {

    void run() throws X;
}
