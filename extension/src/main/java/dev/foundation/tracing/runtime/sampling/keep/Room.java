package dev.foundation.tracing.runtime.sampling.keep;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much is held, of all traces together. */
final class Room {

    private final AtomicInteger places = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** @return whether there was room for it, which is taken now */
    boolean take(long size, int mostPlaces, long mostBytes) {
        if (places.incrementAndGet() > mostPlaces) {
            places.decrementAndGet();
            return false;
        }
        if (bytes.addAndGet(size) > mostBytes) {
            give(1, size);
            return false;
        }
        return true;
    }

    /** @return whether there was room for it, which is taken now, in a place that is taken already */
    boolean takeMore(long size, long mostBytes) {
        if (bytes.addAndGet(size) <= mostBytes)
            return true;
        give(0, size);
        return false;
    }

    void give(int freePlaces, long size) {
        places.addAndGet(-freePlaces);
        bytes.addAndGet(-size);
    }

    int places() {
        return places.get();
    }

    long bytes() {
        return bytes.get();
    }
}
