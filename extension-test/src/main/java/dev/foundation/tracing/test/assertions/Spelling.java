package dev.foundation.tracing.test.assertions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Spelling {

    private Spelling() {
    }

    /** @return the candidate that differs least from the word, if that is little enough */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        return candidates.stream().filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** How many characters must be put in, taken out or replaced. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++)
            before[column] = column;
        for (int row = 1; row <= from.length(); row++)
            before = next(before, row, from.charAt(row - 1), to);
        return before[to.length()];
    }

    private static int[] next(int[] before, int row, char character, String to) {
        int[] now = new int[to.length() + 1];
        now[0] = row;
        for (int column = 1; column <= to.length(); column++) {
            int replaced = before[column - 1] + (character == to.charAt(column - 1) ? 0 : 1);
            now[column] = Math.min(replaced, 1 + Math.min(before[column], now[column - 1]));
        }
        return now;
    }
}
