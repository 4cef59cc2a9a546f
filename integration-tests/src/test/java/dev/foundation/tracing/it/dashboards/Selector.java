package dev.foundation.tracing.it.dashboards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What PromQL takes from a metric.
 *
 * @param labels label → what its whole value must match
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors">Selectors</a>
 */
public record Selector(String metric, Map<String, Pattern> labels) {

    private static final Set<String> WORDS = Set.of("or", "and", "unless", "by", "without", "on", "ignoring", "group_left",
            "group_right", "bool", "offset");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern
            .compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\b(?!\\s*\\()\\s*(?:\\{([^}]*)})?(?:\\[\\w+])?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"([^\"]*)\"");

    /** @return all in the query; the labels that it groups by are not among them */
    public static List<Selector> in(String promQl) {
        return NAME.matcher(GROUPING.matcher(promQl).replaceAll("")).results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Selector(found.group(1), labels(found.group(2)))).toList();
    }

    /** @return the labels by which the query groups */
    public static List<String> groupings(String promQl) {
        return GROUPING.matcher(promQl).results().map(found -> found.group().replaceAll(".*\\(|\\)", ""))
                .flatMap(names -> Stream.of(names.split("\\s*,\\s*"))).toList();
    }

    /** @param line of what Prometheus scrapes: {@code name{label="value",…} 1.0} */
    public boolean matches(String line) {
        if (!line.startsWith(metric + "{") && !line.startsWith(metric + " "))
            return false;
        Map<String, String> values = new LinkedHashMap<>();
        LABEL.matcher(line).results().forEach(found -> values.put(found.group(1), found.group(3)));
        return labels.entrySet().stream()
                .allMatch(label -> label.getValue().matcher(values.getOrDefault(label.getKey(), "")).matches());
    }

    private static Map<String, Pattern> labels(String braces) {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(braces == null ? "" : braces);
        while (label.find())
            labels.put(label.group(1),
                    Pattern.compile(label.group(2).equals("=~") ? label.group(3) : Pattern.quote(label.group(3))));
        return labels;
    }
}
