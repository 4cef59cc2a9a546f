package dev.foundation.tracing.runtime.sampling;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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

    /** Where no thread can be started the next one may fail too, and to try takes long. */
    private static final long UNTIL_TRIED_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoClock;
    private final AtomicBoolean due;
    private final Executor later;
    private final AtomicLong time;
    private volatile long timerFrom;

    /**
     * @param nanoClock as {@link System#nanoTime()}
     * @param due whether it is to be read
     * @param later runs what it is given when the time has become old
     */
    CoarseClock(LongSupplier nanoClock, AtomicBoolean due, Executor later) {
        this.nanoClock = nanoClock;
        this.due = due;
        this.later = later;
        this.time = new AtomicLong(nanoClock.getAsLong());
        this.timerFrom = time.get();
    }

    static CoarseClock ofSystem() {
        AtomicBoolean due = new AtomicBoolean(true);
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> timerThread(work, due));
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return new CoarseClock(System::nanoTime, due, becameOld -> {
            // Before the task is in its queue, where it would stay if there can be no thread.
            timer.prestartCoreThread();
            var ignored = timer.schedule(becameOld, OLD, TimeUnit.MILLISECONDS);
        });
    }

    /** It ends a second after the last task; whatever it ends by, the clock is read from then on. */
    static Thread timerThread(Runnable work, AtomicBoolean due) {
        Thread thread = new Thread(null, () -> {
            try {
                work.run();
            } finally {
                due.set(true);
            }
        }, "foundation-tracing-clock", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public long getAsLong() {
        if (!due.get())
            return time.get();
        long last = time.get();
        long now = nanoClock.getAsLong();
        // Unless somebody else has, so that who is late does not put it back.
        if (now - last > 0)
            time.compareAndSet(last, now);
        if (now - last < SOON && now - timerFrom >= 0 && due.compareAndSet(true, false))
            letItBecomeOld(now);
        return now;
    }

    private void letItBecomeOld(long now) {
        try {
            later.execute(() -> due.set(true));
        } catch (Throwable e) {
            timerFrom = now + UNTIL_TRIED_AGAIN;
            due.set(true);
        }
    }
}
