package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line: {@code -} is only in the first, {@code +} only in the second. */
final class LineDiff {

    private static final int CONTEXT = 3;
    private static final String SAME = "  ";

    private final List<String> first;
    private final List<String> second;
    private final int[][] common;

    private LineDiff(List<String> first, List<String> second) {
        this.first = first;
        this.second = second;
        common = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--)
            for (int j = second.size() - 1; j >= 0; j--)
                common[i][j] = first.get(i).equals(second.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
    }

    /** @return changed lines, with some lines around them */
    static String of(String first, String second) {
        return withContext(new LineDiff(first.lines().toList(), second.lines().toList()).lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            if (i < first.size() && j < second.size() && first.get(i).equals(second.get(j))) {
                lines.add(SAME + first.get(i++));
                j++;
            } else if (j == second.size() || (i < first.size() && common[i + 1][j] >= common[i][j + 1]))
                lines.add("- " + first.get(i++));
            else
                lines.add("+ " + second.get(j++));
        }
        return lines;
    }

    private static String withContext(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean skipping = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean shown = lines.subList(Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1)).stream()
                    .anyMatch(line -> !line.startsWith(SAME));
            if (shown)
                text.append(lines.get(i)).append('\n');
            else if (!skipping)
                text.append(SAME).append("⋯\n");
            skipping = !shown;
        }
        return text.toString();
    }
}
