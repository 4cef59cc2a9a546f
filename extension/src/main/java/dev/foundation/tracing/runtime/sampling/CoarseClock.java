package dev.foundation.tracing.runtime.sampling;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time for rules, which need none to the millisecond: while it is asked for thousands of times a second it is up to
 * {@link #OLD} behind, since to read a clock can take longer than all else that a rule does. A timer says when it is to be read
 * again; where nobody asks none is running, and whoever asks after a while gets the time as it is. Safe from any thread.
 */
final class CoarseClock implements LongSupplier {

    /** In milliseconds. */
    private static final long OLD = 10;

    /** Who asks again sooner than this asks often. */
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(1);

    private static final VarHandle DUE;

    static {
        try {
            DUE = MethodHandles.lookup().findVarHandle(CoarseClock.class, "due", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final LongSupplier nanoClock;
    private final Executor later;
    private volatile boolean due = true;
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
        return new CoarseClock(System::nanoTime,
                CompletableFuture.delayedExecutor(OLD, TimeUnit.MILLISECONDS, Runnable::run));
    }

    @Override
    public long getAsLong() {
        if (!due)
            return time;
        long now = nanoClock.getAsLong();
        boolean isAskedOften = now - time < SOON;
        time = now;
        if (isAskedOften && DUE.compareAndSet(this, true, false))
            letItBecomeOld();
        return now;
    }

    private void letItBecomeOld() {
        try {
            later.execute(() -> due = true);
        } catch (RuntimeException e) {
            due = true;
        }
    }
}
