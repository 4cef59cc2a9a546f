package dev.foundation.tracing.benchmarks.requests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Asks a server as often as it answers, by a few callers at once. */
final class Load implements AutoCloseable {

    private static final int CALLERS = 4;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    /** @return microseconds of CPU time for each request, in the server's process */
    double microsOfCpu(Server server, Duration lasting) throws Exception {
        long end = System.nanoTime() + lasting.toNanos();
        Callable<Long> caller = () -> {
            long requests = 0;
            for (; System.nanoTime() < end; requests++)
                server.ask();
            return requests;
        };
        Duration before = server.cpuTime();
        List<Future<Long>> counts = callers.invokeAll(Stream.generate(() -> caller).limit(CALLERS).toList());
        long requests = 0;
        for (Future<Long> count : counts)
            requests += count.get();
        return server.cpuTime().minus(before).toNanos() / 1_000.0 / requests;
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
