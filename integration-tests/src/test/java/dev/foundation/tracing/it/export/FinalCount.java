package dev.foundation.tracing.it.export;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last thing that a service says of its spans. */
record FinalCount(long made, long exported, Map<String, Long> lost) {

    private static final Pattern LINE = Pattern
            .compile("Tracing ends: of (\\d+) spans (\\d+) were exported to \\S+ \\S+; lost: (.*)");
    private static final Pattern LOST = Pattern.compile("([a-z ]+) (\\d+)");
    private static final Pattern NOTHING_LOST = Pattern.compile("Tracing ends: of (\\d+) spans (\\d+) were exported");

    static FinalCount in(List<String> log) {
        String last = log.stream().filter(line -> line.contains("Tracing ends")).reduce((one, next) -> next)
                .orElseThrow(() -> new AssertionError("no last line in " + String.join("\n", log)));
        Matcher matcher = LINE.matcher(last);
        if (matcher.find())
            return new FinalCount(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
                    LOST.matcher(matcher.group(3)).results()
                            .collect(Collectors.toMap(lost -> lost.group(1).strip(), lost -> Long.parseLong(lost.group(2)))));
        Matcher complete = NOTHING_LOST.matcher(last);
        if (complete.find())
            return new FinalCount(Long.parseLong(complete.group(1)), Long.parseLong(complete.group(2)), Map.of());
        throw new AssertionError(last);
    }

    long allLost() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those of which nobody here can know whether they arrived. */
    long mayHaveArrived() {
        return lost.getOrDefault("connection lost", 0L) + lost.getOrDefault("unanswered", 0L);
    }
}
