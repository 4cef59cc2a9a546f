package dev.foundation.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Runs bodies inside a span that has been opened for them, and ends it. One method for each shape of a body: an adapter from
 * one to another would be an object for each call.
 */
final class InsideSpan {

    private InsideSpan() {
    }

    static <T extends @Nullable Object, X extends Throwable> T call(ActiveSpan span, SpanBody<T, X> body) throws X {
        T result;
        try {
            result = body.run();
        } catch (Throwable thrown) {
            span.fail(thrown).close();
            throw thrown;
        }
        return span.endWith(result);
    }

    static <T extends @Nullable Object, X extends Throwable> T callWith(ActiveSpan span, SpanFunction<T, X> body) throws X {
        T result;
        try {
            result = body.run(span);
        } catch (Throwable thrown) {
            span.fail(thrown).close();
            throw thrown;
        }
        return span.endWith(result);
    }

    static <X extends Throwable> void run(ActiveSpan span, SpanAction<X> action) throws X {
        try {
            action.run();
        } catch (Throwable thrown) {
            span.fail(thrown).close();
            throw thrown;
        }
        span.close();
    }

    static <X extends Throwable> void runWith(ActiveSpan span, SpanConsumer<X> action) throws X {
        try {
            action.run(span);
        } catch (Throwable thrown) {
            span.fail(thrown).close();
            throw thrown;
        }
        span.close();
    }
}
