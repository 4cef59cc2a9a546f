package dev.foundation.tracing.runtime.span;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.smallrye.mutiny.GroupedMulti;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Ends a span when the result of its work is there: at once, or when a {@code CompletionStage}, {@code Uni} or {@code Multi}
 * ends. Whoever subscribes once more does the work once more, which is a span of its own.
 */
final class AsyncResults {

    private static final String CANCELLED = "cancelled";
    private static final String MUTINY = "io.smallrye.mutiny.";
    private static final String OURS = "dev.foundation.tracing.runtime.";

    /** By class, since asking an object for several interfaces takes longer than to look its class up. */
    private static final ClassValue<Boolean> MAY_BE_LATER = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return CompletionStage.class.isAssignableFrom(type) || Uni.class.isAssignableFrom(type)
                    || Multi.class.isAssignableFrom(type);
        }
    };

    private final SpanOpener opener;

    AsyncResults(SpanOpener opener) {
        this.opener = opener;
    }

    /** @param resultKey the attribute that holds the result, once it is there; null for none */
    @SuppressWarnings("unchecked") // a Uni or Multi is handed on as one, and nobody can name the type of Mutiny's own
    <T extends @Nullable Object> T endWith(OpenSpan span, T result, @Nullable String resultKey) {
        if (result == null || !MAY_BE_LATER.get(result.getClass())) {
            end(span, result, resultKey);
            return result;
        }
        if (result instanceof CompletionStage<?> stage && endsWith(span, stage, resultKey))
            return result;
        if (result instanceof Uni<?> uni && isMutinysOwn(uni))
            return (T) ending(span, uni, resultKey);
        if (result instanceof Multi<?> multi && isMutinysOwn(multi))
            return (T) ending(span, multi);
        end(span, result, resultKey);
        return result;
    }

    /** A class of the application, a processor that it pushes items into, or a group with its key stays what it is. */
    private static boolean isMutinysOwn(Object result) {
        String type = result.getClass().getName();
        return (type.startsWith(MUTINY) || type.startsWith(OURS)) && !(result instanceof Flow.Subscriber)
                && !(result instanceof GroupedMulti);
    }

    private static boolean endsWith(OpenSpan span, CompletionStage<?> stage, @Nullable String resultKey) {
        try {
            stage.whenComplete((item, failure) -> end(span, item, failure, false, resultKey));
            return true;
        } catch (RuntimeException e) {
            TracingFailures.report("a result could not be observed", e);
            return false;
        }
    }

    private <T> Uni<T> ending(OpenSpan span, Uni<T> uni, @Nullable String resultKey) {
        Supplier<OpenSpan> spans = forEachSubscription(span);
        return Uni.createFrom().deferred(() -> {
            OpenSpan ofThis = spans.get();
            return uni.onTermination()
                    .invoke((item, failure, cancelled) -> end(ofThis, item, failure, cancelled, resultKey));
        });
    }

    /** A stream has no one result. */
    private <T> Multi<T> ending(OpenSpan span, Multi<T> multi) {
        Supplier<OpenSpan> spans = forEachSubscription(span);
        return Multi.createFrom().deferred(() -> {
            OpenSpan ofThis = spans.get();
            return multi.onTermination().invoke((failure, cancelled) -> end(ofThis, null, failure, cancelled, null));
        });
    }

    private Supplier<OpenSpan> forEachSubscription(OpenSpan first) {
        AtomicInteger subscriptions = new AtomicInteger();
        return () -> {
            int number = subscriptions.incrementAndGet();
            return number > 1 && first.span instanceof ReadableSpan readable ? opener.startAgain(first, readable, number)
                    : first;
        };
    }

    private static void end(OpenSpan span, @Nullable Object item, @Nullable Throwable failure, boolean cancelled,
            @Nullable String resultKey) {
        Throwable cause = failure == null ? null : unwrapped(failure);
        if (cancelled || cause instanceof CancellationException)
            span.setAttribute(CANCELLED, true);
        else if (cause != null)
            span.fail(cause);
        end(span, item, resultKey);
    }

    private static void end(OpenSpan span, @Nullable Object item, @Nullable String resultKey) {
        if (resultKey != null)
            span.setAttribute(resultKey, item);
        span.end();
    }

    /** What carries an exception from one thread to another says nothing itself. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && (failure instanceof CompletionException || failure instanceof ExecutionException)
                ? unwrapped(cause)
                : failure;
    }
}
