package dev.foundation.tracing.tracestore;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;

/** Waits for Vert.x on a thread that is none of its own. */
final class Waiting {

    private static final long SECONDS = 20;

    private Waiting() {
    }

    static <T> T on(Future<T> future) throws InterruptedException, FailedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new FailedException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new FailedException(new TimeoutException("no answer within " + SECONDS + " s"));
        }
    }

    /** What was waited for failed. */
    static final class FailedException extends Exception {

        private final Throwable reason;

        FailedException(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
