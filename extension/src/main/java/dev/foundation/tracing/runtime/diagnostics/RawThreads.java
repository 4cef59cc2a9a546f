package dev.foundation.tracing.runtime.diagnostics;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Threads that the JDK made and named itself, and that know of no trace, whatever was handed over to them. */
final class RawThreads {

    private static final String OF_EXECUTORS = "pool-";
    private static final String OF_HTTP_CLIENTS = "HttpClient-";
    private static final String OF_FUTURES = "CompletableFutureDelayScheduler";
    private static final String UNNAMED = "Thread-";

    private RawThreads() {
    }

    /** @return whether it works for whoever hands it work; a virtual thread without a name does so once */
    static boolean isOfAPool(Thread thread) {
        if (thread instanceof ForkJoinWorkerThread worker)
            return worker.getPool() == ForkJoinPool.commonPool();
        String name = thread.getName();
        return name.startsWith(OF_EXECUTORS) || name.startsWith(OF_HTTP_CLIENTS) || name.equals(OF_FUTURES) || name.isEmpty();
    }

    /** @return whether it may do so; some applications run loops of their own on such threads */
    static boolean isUnnamed(Thread thread) {
        return thread.getName().startsWith(UNNAMED);
    }

    /** On few processors {@code CompletableFuture} has a thread without a name for each task. */
    static boolean isOfAFuture(String className) {
        return className.startsWith("java.util.concurrent.CompletableFuture$Async");
    }

    /** A timer begins what it does, and belongs to nobody's trace. */
    static boolean isATimer(String className) {
        return className.startsWith("java.util.concurrent.ScheduledThreadPoolExecutor$");
    }
}
