package dev.foundation.tracing.benchmarks;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.vertx.core.impl.VertxThread;
import io.vertx.core.spi.VertxThreadFactory;

/** Threads as requests run on them, to which Vert.x's context is a field; JMH makes it by its name. */
public final class RequestThreads extends ThreadPoolExecutor {

    /**
     * @param threads how many JMH wants
     * @param prefix of their names
     */
    public RequestThreads(int threads, String prefix) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, prefix));
    }

    private static VertxThread thread(Runnable task, String name) {
        return VertxThreadFactory.INSTANCE.newVertxThread(task, name, true, 1, TimeUnit.HOURS);
    }
}
