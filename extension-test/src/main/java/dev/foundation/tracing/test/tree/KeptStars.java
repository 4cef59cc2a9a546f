package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that somebody made a star in a golden trace, each by where it stands: the names above it, and how many of the same
 * path came before.
 */
final class KeptStars {

    private final Map<String, String> starred = new HashMap<>();

    private KeptStars() {
    }

    static KeptStars of(String golden) {
        KeptStars stars = new KeptStars();
        Paths paths = new Paths();
        golden.lines().forEach(line -> {
            String path = paths.enter(line);
            if (isAttribute(line) && line.contains("*"))
                stars.starred.put(path, value(line));
        });
        return stars;
    }

    /** @return the text with these stars where it had values that they stand for */
    String in(String text) {
        Paths paths = new Paths();
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            String path = paths.enter(line);
            String kept = isAttribute(line) ? starred.get(path) : null;
            lines.add(kept != null && standsFor(kept, value(line)) ? line.substring(0, valueStart(line)) + kept : line);
        });
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static boolean standsFor(String kept, String value) {
        return kept.equals(JsonValue.ANY) || Glob.of(kept).matches(value);
    }

    private static boolean isAttribute(String line) {
        return line.strip().startsWith("| ") && line.contains(" = ");
    }

    private static int valueStart(String line) {
        return line.indexOf(" = ") + 3;
    }

    private static String value(String line) {
        return line.substring(valueStart(line)).strip();
    }

    /** Names each line by what it is below. */
    private static final class Paths {

        private final Map<String, Integer> seen = new HashMap<>();
        private final Deque<Step> above = new ArrayDeque<>();

        String enter(String line) {
            int indent = line.length() - line.stripLeading().length();
            while (!above.isEmpty() && above.peek().indent() >= indent)
                above.pop();
            String content = isAttribute(line) ? line.substring(0, valueStart(line)) : line;
            String path = (above.isEmpty() ? "" : above.peek().path()) + "\n" + content.strip();
            String numbered = path + "#" + seen.merge(path, 1, Integer::sum);
            above.push(new Step(indent, numbered));
            return numbered;
        }

        private record Step(int indent, String path) {
        }
    }
}
