package dev.foundation.tracing.shop.orders.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * A thread that does what there is to do, then sleeps until it is woken or some time has passed. A failure is logged and waits
 * for the next turn, like nothing to do: it never spins.
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Work work;
    private final Duration pollInterval;
    private final Thread thread;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopping;

    /** @param name the thread's */
    public Worker(String name, Duration pollInterval, Work work) {
        this.work = work;
        this.pollInterval = pollInterval;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has it look now. */
    public void wake() {
        wakeUps.release();
    }

    /** Lets it end what it is doing, for some seconds at most. */
    public void stop() throws InterruptedException {
        stopping = true;
        wake();
        thread.join(LONGEST_STOP.toMillis());
    }

    private void run() {
        try {
            while (!stopping) {
                doAll();
                wakeUps.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void doAll() {
        try {
            boolean more = true;
            while (more && !stopping)
                more = work.doNext();
        } catch (Throwable e) {
            // Errors too: nothing starts this thread again, and without it orders would wait until the next restart.
            LOG.errorf(e, "%s goes on in %s", thread.getName(), pollInterval);
        }
    }

    /** What a worker does. */
    @FunctionalInterface
    public interface Work {

        /** @return whether there was anything to do */
        boolean doNext();
    }
}
