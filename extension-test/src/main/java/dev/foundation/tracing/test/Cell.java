package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.List;

/** Fits text that others wrote into a column: one line, no control characters, never wider than the column. */
record Cell(String cutMark) {

    String left(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(Math.max(0, width - length(cut)));
    }

    String right(String text, int width) {
        String cut = cut(text, width);
        return " ".repeat(Math.max(0, width - length(cut))) + cut;
    }

    String cut(String text, int width) {
        String line = harmless(text);
        if (length(line) <= width)
            return line;
        int end = line.offsetByCodePoints(0, Math.max(0, width - length(cutMark)));
        return line.substring(0, end) + cutMark;
    }

    /** One line without control characters, of any width. */
    static String line(String text) {
        return harmless(text);
    }

    /** Broken at blanks; a word that is longer than a line stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : harmless(text).split(" ", -1)) {
            if (!line.isEmpty() && length(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty())
            lines.add(line.toString());
        return lines;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    // Escape sequences and bidirectional overrides in a span's name would draw over other lines.
    private static String harmless(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
