package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody made a star in a golden trace, each by where it stands: the lines above it, and how many of the same path came
 * before. Used once.
 */
final class KeptStars {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> plain = new HashSet<>();

    private KeptStars() {
    }

    static KeptStars of(String golden) {
        KeptStars stars = new KeptStars();
        LinePaths paths = new LinePaths();
        golden.lines().filter(KeptStars::saysSomething).forEach(line -> stars.keep(line, paths));
        return stars;
    }

    /** @return the text with these stars where it has what they stand for */
    String in(String text) {
        LinePaths paths = new LinePaths();
        StringBuilder kept = new StringBuilder();
        text.lines().forEach(line -> kept.append(starred(line, paths)).append('\n'));
        return kept.toString();
    }

    private void keep(String line, LinePaths paths) {
        AttributeLine attribute = AttributeLine.of(line);
        String above = paths.above(line);
        String path = paths.enter(line);
        if (attribute != null && line.contains("*"))
            values.put(path, attribute.value());
        else if (line.contains("*"))
            names.computeIfAbsent(above, key -> new ArrayList<>()).add(line.strip());
        else
            plain.add(above + line.strip());
    }

    private String starred(String line, LinePaths paths) {
        AttributeLine attribute = AttributeLine.of(line);
        if (attribute == null) {
            String named = withStarredName(line, paths.above(line));
            paths.enter(named);
            return named;
        }
        String value = values.get(paths.enter(line));
        if (value == null)
            return line;
        boolean stands = value.equals(JsonValue.ANY) || Glob.of(value).matches(attribute.value());
        return stands ? attribute.with(value).toString() : line;
    }

    /** A line that the file has as it is needs no star, even if one would stand for it. */
    private String withStarredName(String line, String above) {
        String content = line.strip();
        List<String> candidates = plain.contains(above + content) ? List.of() : names.getOrDefault(above, List.of());
        for (String candidate : candidates)
            if (isEvent(candidate) == isEvent(content) && Glob.of(candidate).matches(content)) {
                candidates.remove(candidate);
                return line.substring(0, line.indexOf(content)) + candidate;
            }
        return line;
    }

    private static boolean isEvent(String content) {
        return content.startsWith("◇ ");
    }

    private static boolean saysSomething(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }
}
