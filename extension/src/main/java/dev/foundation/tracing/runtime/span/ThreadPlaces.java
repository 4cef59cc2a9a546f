package dev.foundation.tracing.runtime.span;

/** In how many places threads have something of their own, by their ids: enough that those which run at a time seldom meet. */
final class ThreadPlaces {

    private static final int FEWEST = 16;
    private static final int MOST = 64;
    private static final int FOR_EACH_PROCESSOR = 4;

    private ThreadPlaces() {
    }

    /** @return a power of two, by the processors of this machine */
    static int count() {
        int wanted = Math.min(MOST, Math.max(FEWEST, FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        return Integer.highestOneBit(2 * wanted - 1);
    }
}
