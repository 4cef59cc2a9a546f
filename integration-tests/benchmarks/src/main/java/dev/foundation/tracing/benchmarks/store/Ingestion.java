package dev.foundation.tracing.benchmarks.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Pushes batches by several connections at once, each as fast as it is answered. */
final class Ingestion {

    private static final int CONNECTIONS = 4;

    private final Target target;
    private final Batches batches;

    Ingestion(Target target, Batches batches) {
        this.target = target;
        this.batches = batches;
    }

    /** @param atLeast how many spans */
    Result push(long atLeast) throws Exception {
        AtomicLong left = new AtomicLong(atLeast);
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            Callable<Result> sender = () -> pushUntilNothingIsLeft(left);
            List<Future<Result>> results = senders.invokeAll(Stream.generate(() -> sender).limit(CONNECTIONS).toList());
            Result sum = new Result(0, 0, 0);
            for (Future<Result> result : results)
                sum = sum.plus(result.get());
            return new Result(sum.spans, sum.errors, System.nanoTime() - start);
        } finally {
            senders.shutdownNow();
        }
    }

    private Result pushUntilNothingIsLeft(AtomicLong left) throws Exception {
        long spans = 0;
        long errors = 0;
        while (left.get() > 0) {
            Batch batch = batches.next();
            left.addAndGet(-batch.spans());
            if (target.push(batch) == 200)
                spans += batch.spans();
            else
                errors++;
        }
        return new Result(spans, errors, 0);
    }

    /**
     * What became of it.
     *
     * @param spans that were answered with 200
     * @param errors requests that were answered otherwise
     */
    record Result(long spans, long errors, long nanos) {

        double spansPerSecond() {
            return spans * 1e9 / nanos;
        }

        Result plus(Result other) {
            return new Result(spans + other.spans, errors + other.errors, nanos + other.nanos);
        }
    }
}
