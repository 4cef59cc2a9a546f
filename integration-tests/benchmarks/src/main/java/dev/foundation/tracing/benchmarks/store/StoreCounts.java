package dev.foundation.tracing.benchmarks.store;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the trace store says of itself on {@code /metrics}. */
record StoreCounts(long received, long kept, long evicted, long refused, long bytes) {

    private static final String PREFIX = "foundation_trace_store_";

    static StoreCounts of(Target target) throws IOException, InterruptedException {
        String metrics = target.get("/metrics").body();
        return new StoreCounts(sum(metrics, "spans_received_total"), sum(metrics, "spans"), sum(metrics, "evicted_spans_total"),
                sum(metrics, "refused_total"), sum(metrics, "bytes"));
    }

    /** @return whether what came is all here, but for what was evicted and counted */
    boolean areExact(long sent) {
        return received == sent && kept + evicted == sent && refused == 0;
    }

    private static long sum(String metrics, String name) {
        Matcher sample = Pattern.compile("(?m)^" + PREFIX + name + "(?:\\{.*})? (\\d+)$").matcher(metrics);
        long sum = 0;
        while (sample.find())
            sum += Long.parseLong(sample.group(1));
        return sum;
    }
}
