package dev.foundation.tracing.runtime.sampling;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A clock that is read seldom while it is asked for thousands of times a second, since to read it can take longer than all else
 * that a rule does: its time is behind then by some ten milliseconds, or by as much as its timer is late. Where nobody asks no
 * timer is running, and whoever asks after a while gets the time as it is. Safe from any thread.
 */
final class CoarseClock implements LongSupplier {

    /** In milliseconds. */
    private static final long OLD = 10;

    /** Who asks again sooner than this asks often. */
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier nanoClock;
    private final Executor later;
    private final AtomicBoolean due = new AtomicBoolean(true);
    private volatile long time;

    /**
     * @param nanoClock as {@link System#nanoTime()}
     * @param later runs what it is given when the time has become old
     */
    CoarseClock(LongSupplier nanoClock, Executor later) {
        this.nanoClock = nanoClock;
        this.later = later;
        this.time = nanoClock.getAsLong();
    }

    static CoarseClock ofSystem() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, CoarseClock::timerThread);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return new CoarseClock(System::nanoTime, becameOld -> {
            var ignored = timer.schedule(becameOld, OLD, TimeUnit.MILLISECONDS);
        });
    }

    /** It ends when nobody asks any more, and keeps neither the JVM nor an application alive until then. */
    private static Thread timerThread(Runnable work) {
        Thread thread = new Thread(work, "foundation-tracing-clock");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public long getAsLong() {
        if (!due.get())
            return time;
        long now = nanoClock.getAsLong();
        long passed = now - time;
        if (passed > 0)
            time = now;
        if (passed < SOON && due.compareAndSet(true, false))
            letItBecomeOld();
        return now;
    }

    private void letItBecomeOld() {
        try {
            later.execute(() -> due.set(true));
        } catch (Throwable e) {
            // No thread, no memory, or an end: then it is read each time.
            due.set(true);
        }
    }
}
