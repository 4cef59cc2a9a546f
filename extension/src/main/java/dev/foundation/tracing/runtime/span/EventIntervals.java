package dev.foundation.tracing.runtime.span;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** When events are due that are recorded once in a while. Takes no locks; the memory is bounded. */
final class EventIntervals {

    /** Not due; any other answer says how many have not been since the last one. */
    static final long NOT_DUE = -1;

    /** Names come from code. Those beyond are as one, so that names which are made up cannot become too many events. */
    private static final int MOST_NAMES = 1_000;
    private static final String BEYOND = "";

    private final Map<String, Interval> byName = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that does not jump */
    EventIntervals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @return how many events of that name have been left out since the last one, if one is due; else {@link #NOT_DUE} */
    long due(String name, Duration interval) {
        return of(name).due(nanoTime.getAsLong(), nanos(interval));
    }

    private Interval of(String name) {
        Interval known = byName.get(name);
        if (known != null)
            return known;
        return byName.computeIfAbsent(byName.size() < MOST_NAMES ? name : BEYOND, missing -> new Interval());
    }

    private static long nanos(Duration interval) {
        try {
            return interval.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private static final class Interval {

        private static final long NEVER = Long.MIN_VALUE;

        private final AtomicLong last = new AtomicLong(NEVER);
        private final AtomicLong leftOut = new AtomicLong();

        long due(long now, long interval) {
            long before = last.get();
            if ((before == NEVER || now - before >= interval) && last.compareAndSet(before, now))
                return leftOut.getAndSet(0);
            leftOut.incrementAndGet();
            return NOT_DUE;
        }
    }
}
