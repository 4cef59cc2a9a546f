package dev.foundation.tracing.runtime.attributes;

/**
 * Counts different values roughly, in memory that does not grow: each value has a bit, and how many bits are still unset tells
 * how many values there were (linear counting). Not safe from several threads.
 *
 * @see <a href="https://doi.org/10.1145/78922.78925">A linear-time probabilistic counting algorithm</a>
 */
final class DistinctValues {

    private static final int BITS_OF_INT = 32;
    private static final int FEWEST_BITS = 256;

    private final int[] words;
    private final int bits;
    private int set;

    /** @param most up to so many are counted with an error of a few percent */
    DistinctValues(int most) {
        bits = Math.max(FEWEST_BITS, Integer.highestOneBit(most - 1) << 1);
        words = new int[bits / BITS_OF_INT];
    }

    /** @return whether it is one that was not there */
    boolean add(Object value) {
        int bit = spread(value.hashCode()) & (bits - 1);
        int mask = 1 << (bit % BITS_OF_INT);
        int word = bit / BITS_OF_INT;
        if ((words[word] & mask) != 0)
            return false;
        words[word] |= mask;
        set++;
        return true;
    }

    /** @return roughly how many there were */
    long estimate() {
        return Math.round(bits * Math.log((double) bits / Math.max(1, bits - set)));
    }

    /** Numbers and texts that follow each other have hashes that do so too. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
