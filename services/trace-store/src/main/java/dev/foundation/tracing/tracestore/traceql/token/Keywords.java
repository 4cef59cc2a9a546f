package dev.foundation.tracing.tracestore.traceql.token;

import java.util.Set;

/** The words that mean something in TraceQL; every other one is somebody's mistake. */
final class Keywords {

    private static final Set<String> WORDS = Set.of("true", "false", "nil", "ok", "error", "unset", "unspecified", "internal",
            "server", "client", "producer", "consumer", "duration", "childCount", "name", "status", "statusMessage", "kind",
            "rootName", "rootServiceName", "rootService", "traceDuration", "nestedSetLeft", "nestedSetRight",
            "nestedSetParent", "id", "traceID", "spanID", "parentID", "timeSinceStart", "version", "parent", "count", "avg",
            "max", "min", "sum", "by", "coalesce", "select", "rate", "count_over_time", "min_over_time", "max_over_time",
            "avg_over_time", "sum_over_time", "quantile_over_time", "histogram_over_time", "compare", "topk", "bottomk",
            "with");

    private Keywords() {
    }

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
