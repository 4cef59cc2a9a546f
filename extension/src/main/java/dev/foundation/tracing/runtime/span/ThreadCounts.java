package dev.foundation.tracing.runtime.span;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Some numbers that many threads add to and few read. The first threads to come have numbers of their own, which nobody else
 * writes: so adding takes no atomic operation, several of which would cost more than all else that is counted of a span. Those
 * that come later, and virtual threads, share some, atomically. Nothing is lost either way.
 */
public final class ThreadCounts {

    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle OWNED = MethodHandles.arrayElementVarHandle(long[][].class);

    /** Numbers of two threads are not to be in one line of a processor's cache. */
    private static final int PADDING = 7;
    private static final int OWNER = PADDING;
    private static final int FIRST = OWNER + 1;

    private static final String VIRTUAL = "VirtualThreads";

    /** Read without a fence by those who look for their own, which nobody else has put there. */
    private final long[][] owned = new long[ThreadPlaces.count()][];
    private final long[] shared;

    /** @param numbers how many; each is known by its place among them, from 0 on, and starts with 0 */
    public ThreadCounts(int numbers) {
        this.shared = new long[FIRST + numbers + PADDING];
    }

    /** Adds to one of the numbers. */
    public void add(int number, long by) {
        long[] own = own();
        if (own == null)
            addShared(number, by);
        else
            addOwn(own, number, by);
    }

    void add(int number, long by, int otherNumber, long byToOther) {
        long[] own = own();
        if (own == null) {
            addShared(number, by);
            addShared(otherNumber, byToOther);
        } else {
            addOwn(own, number, by);
            addOwn(own, otherNumber, byToOther);
        }
    }

    /** The number is the highest that it was ever raised to. */
    void raise(int number, long to) {
        long[] own = own();
        if (own == null)
            raiseShared(number, to);
        else if (own[FIRST + number] < to)
            NUMBERS.setOpaque(own, FIRST + number, to);
    }

    private static void addOwn(long[] own, int number, long by) {
        NUMBERS.setOpaque(own, FIRST + number, own[FIRST + number] + by);
    }

    private void addShared(int number, long by) {
        long ignored = (long) NUMBERS.getAndAdd(shared, FIRST + number, by);
    }

    private void raiseShared(int number, long to) {
        long before = (long) NUMBERS.getVolatile(shared, FIRST + number);
        while (before < to && !NUMBERS.compareAndSet(shared, FIRST + number, before, to))
            before = (long) NUMBERS.getVolatile(shared, FIRST + number);
    }

    private long @Nullable [] own() {
        Thread thread = Thread.currentThread();
        long id = thread.getId();
        int slot = (int) id & (owned.length - 1);
        long[] there = owned[slot];
        if (there != null)
            return there[OWNER] == id ? there : null;
        return claimed(thread, slot);
    }

    private long @Nullable [] claimed(Thread thread, int slot) {
        ThreadGroup group = thread.getThreadGroup();
        if (group == null || group.getName().equals(VIRTUAL))
            return null;
        long[] own = new long[shared.length];
        own[OWNER] = thread.getId();
        return OWNED.compareAndSet(owned, slot, null, own) ? own : null;
    }

    /** @return what all threads have added so far */
    public long sum(int number) {
        long sum = (long) NUMBERS.getVolatile(shared, FIRST + number);
        for (int slot = 0; slot < owned.length; slot++)
            sum += of(slot, number);
        return sum;
    }

    long highest(int number) {
        long alone = (long) NUMBERS.getVolatile(shared, FIRST + number);
        return Math.max(alone, IntStream.range(0, owned.length).mapToLong(slot -> of(slot, number)).max().orElse(0));
    }

    private long of(int slot, int number) {
        long[] own = (long[]) OWNED.getVolatile(owned, slot);
        return own == null ? 0 : (long) NUMBERS.getOpaque(own, FIRST + number);
    }
}
