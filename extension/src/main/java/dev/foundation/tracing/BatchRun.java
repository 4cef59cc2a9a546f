package dev.foundation.tracing;

import java.util.Arrays;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * One run of a batch: its items are taken in their order, by the caller's thread and by those of the executor that come to
 * help. Nobody is waited for who has not begun, so a pool that is full cannot block it.
 */
final class BatchRun<T extends @Nullable Object, R extends @Nullable Object> {

    /** As many as a {@link Phaser} knows. */
    private static final int MOST_THREADS = 65_535;

    private final Batch<T> batch;
    private final BatchStep<? super T, ? extends R> step;
    private final @Nullable Object[] items;
    private final @Nullable Object[] outcomes;
    private final AtomicInteger next = new AtomicInteger();
    /** Why no further item begins; null while they do. */
    private final AtomicReference<@Nullable Throwable> stop = new AtomicReference<>();
    /** The caller, and helpers that have begun; over as soon as none of them is at work. */
    private final Phaser workers = new Phaser(1);
    private final BatchSpans spans;

    BatchRun(Batch<T> batch, BatchStep<? super T, ? extends R> step) {
        this.batch = batch;
        this.step = step;
        this.items = batch.items.toArray();
        this.outcomes = new Object[items.length];
        Arrays.fill(outcomes, BatchResult.NOT_RUN);
        this.spans = SpanRuntime.installed().openBatch(batch.name, batch.itemName, items.length, batch.limit);
    }

    BatchResult<R> run() {
        int helpers = Math.min(Math.min(batch.threads, items.length), MOST_THREADS) - 1;
        if (helpers > 0)
            workTogether(helpers);
        else
            work();
        BatchResult<R> result = new BatchResult<>(outcomes);
        Throwable reason = stop.get();
        spans.close(result.succeeded(), result.failed(), reason);
        if (reason instanceof Error error)
            throw error;
        return result;
    }

    private void workTogether(int helpers) {
        CallForHelp call = new CallForHelp(this);
        Runnable inTheBatchsSpan = SpanRuntime.installed().wrap(call);
        int refused = helpers;
        while (refused > 0 && isTaken(inTheBatchsSpan))
            refused--;
        spans.parallel(batch.threads, refused);
        work();
        workers.awaitAdvance(workers.arriveAndDeregister());
        call.isOver();
    }

    private boolean isTaken(Runnable helper) {
        try {
            batch.executor.execute(helper);
            return true;
        } catch (RuntimeException e) {
            return false; // it is full or shut down: the caller's thread does what the helper would have done
        } catch (Error e) {
            stopFor(e); // and is thrown later: helpers are at work
            return false;
        }
    }

    private void work() {
        while (stop.get() == null) {
            int index = next.getAndIncrement();
            if (index >= items.length)
                return;
            run(index);
        }
    }

    @SuppressWarnings("unchecked") // the array holds what the collection held
    private void run(int index) {
        T item = (T) items[index];
        BatchSpans.Item span = spans.openItem(index, item, batch.origin);
        Throwable failure = null;
        try {
            outcomes[index] = step.run(item);
        } catch (Throwable thrown) {
            failure = thrown;
            outcomes[index] = new BatchResult.Failed(thrown);
            stopAfter(thrown);
        }
        span.close(failure);
    }

    private void stopAfter(Throwable thrown) {
        if (thrown instanceof InterruptedException)
            Thread.currentThread().interrupt();
        if (thrown instanceof Error || thrown instanceof InterruptedException
                || (batch.stopping != null && batch.stopping.isInstance(thrown)))
            stopFor(thrown);
    }

    /** The first one counts, but an error more than an exception, since it is what the caller gets. */
    private void stopFor(Throwable thrown) {
        stop.accumulateAndGet(thrown, (first, later) -> first == null || (later instanceof Error && !(first instanceof Error))
                ? later
                : first);
    }

    private void help() {
        if (workers.register() < 0)
            return; // too late: all is done
        try {
            work();
        } finally {
            workers.arriveAndDeregister();
        }
    }

    /** What waits in the executor's queue, perhaps long after the batch is over: it must not hold on to the items. */
    private static final class CallForHelp implements Runnable {

        private volatile @Nullable BatchRun<?, ?> run;

        CallForHelp(BatchRun<?, ?> run) {
            this.run = run;
        }

        void isOver() {
            run = null;
        }

        @Override
        public void run() {
            BatchRun<?, ?> batch = run;
            if (batch != null)
                batch.help();
        }
    }
}
