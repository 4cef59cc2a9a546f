package dev.foundation.tracing.it.dashboards;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One query of a panel, as Grafana sends it.
 *
 * @param panel where it stands
 * @param dataSource its uid
 * @param text TraceQL or PromQL, with the first values of the dashboard's variables
 */
public record Query(String panel, String dataSource, String text) {

    private static final Pattern BY = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");

    /** In the place of a text: Grafana's own queries for a service map. */
    static final String SERVICE_MAP = "service map";

    public boolean isTraceQl() {
        return dataSource.equals("tempo") && !isServiceMap();
    }

    public boolean isPromQl() {
        return dataSource.equals("prometheus");
    }

    /** What a TraceQL query of numbers groups by. */
    public List<String> groupings() {
        Matcher by = BY.matcher(text);
        return by.find() ? List.of(by.group(1).split("\\s*,\\s*")) : List.of();
    }

    boolean isServiceMap() {
        return text.equals(SERVICE_MAP);
    }

    @Override
    public String toString() {
        return panel + ": " + text;
    }
}
