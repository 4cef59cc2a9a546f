package dev.foundation.tracing.shop.orders.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private Worker worker = new Worker("none", NEVER, () -> false);

    @AfterEach
    void stop() throws InterruptedException {
        worker.stop();
    }

    @Test
    void itLooksAtOnce() throws InterruptedException {
        start(NEVER, () -> !done.add("looked"));

        assertThat(next()).isEqualTo("looked");
    }

    @Test
    void itLooksWhenWoken() throws InterruptedException {
        start(NEVER, () -> !done.add("looked"));
        assertThat(next()).isEqualTo("looked");

        worker.wake();

        assertThat(next()).isEqualTo("looked");
    }

    @Test
    void itLooksByItselfAfterAWhile() throws InterruptedException {
        start(Duration.ofMillis(10), () -> !done.add("looked"));

        assertThat(next()).isEqualTo("looked");
        assertThat(next()).isEqualTo("looked");
    }

    @Test
    void aFailureWaitsForTheNextTurn() throws InterruptedException {
        start(NEVER, () -> {
            done.add("failed");
            throw new IllegalStateException("as it was asked to");
        });
        assertThat(next()).isEqualTo("failed");

        worker.wake();

        assertThat(next()).isEqualTo("failed");
        assertThat(done).isEmpty();
    }

    @Test
    void anErrorDoesNotEndIt() throws InterruptedException {
        start(NEVER, () -> {
            done.add("failed");
            throw new AssertionError("as it was asked to");
        });
        assertThat(next()).isEqualTo("failed");

        worker.wake();

        assertThat(next()).isEqualTo("failed");
    }

    private void start(Duration pollInterval, Worker.Work work) {
        worker = new Worker("worker-under-test", pollInterval, work);
        worker.start();
    }

    private String next() throws InterruptedException {
        String next = done.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }
}
