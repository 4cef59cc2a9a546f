package dev.foundation.tracing.benchmarks.store;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Compares what a store reaches with what the trace store has to: this one, in a process of its own on one core with a heap
 * of 512 MiB, or any Tempo whose addresses the system properties {@code tempo.url} and {@code tempo.otlp} give.
 */
public final class StoreBenchmark {

    private static final int BATCH = 512;
    private static final String SMALL = "128m";
    private static final long SMALL_BYTES = 128L << 20;
    private static final String LARGE = "256m";
    private static final int SEARCHED_SPANS = 100_000;
    private static final int STARTS = 5;
    private static final int WARM_UP = 60;
    private static final List<String> QUERIES = List.of("{}", "{resource.service.name=\"orders\" && status=error}",
            "{span.http.response.status_code>=500}", "{name=\"POST /orders\" && duration>190ms}",
            "{span.url.path=~\".*tea-77.*\"}", "{span.enduser.id=\"user-nobody\"}", "{} | count() > 18");

    private final Report report;

    public StoreBenchmark(PrintStream out) {
        report = new Report(out);
    }

    /** Takes about two minutes. */
    public void run() throws Exception {
        String query = System.getProperty("tempo.url");
        String otlp = System.getProperty("tempo.otlp");
        if (query == null || otlp == null)
            runOwn();
        else
            runOn(new Target(URI.create(query), URI.create(otlp)));
    }

    private void runOwn() throws Exception {
        start();
        try (StoreProcess store = StoreProcess.start(SMALL)) {
            ingest(store);
            readById(store.target());
            see(store.target());
        }
        try (StoreProcess store = StoreProcess.start(LARGE)) {
            search(store.target());
        }
    }

    private void runOn(Target target) throws Exception {
        report.measured("ingest, spans/s", new Ingestion(target, new Batches(BATCH)).push(5 * SEARCHED_SPANS).spansPerSecond());
        readById(target);
        see(target);
        search(target);
    }

    private void start() throws Exception {
        double fastest = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            try (StoreProcess store = StoreProcess.start(LARGE)) {
                cpu = Math.min(cpu, seconds(store.cpuTime()));
                fastest = Math.min(fastest, seconds(store.startTime()));
            }
        }
        report.below("start to the first answer, s (best of " + STARTS + ")", 1.5, fastest);
        report.measured("the same, s of CPU", cpu);
    }

    private void ingest(StoreProcess store) throws Exception {
        Ingestion ingestion = new Ingestion(store.target(), new Batches(BATCH));
        Ingestion.Result all = ingestion.push(SEARCHED_SPANS);
        report.measured("ingest, spans/s (the first " + SEARCHED_SPANS + ", the JVM still cold)", all.spansPerSecond());
        double bytesPerSpan = 0;
        double fastest = 0;
        double perCpu = 0;
        // As often as it takes until ten times as much as it may keep went through it.
        while (all.spans() * bytesPerSpan <= 10 * SMALL_BYTES) {
            Duration before = store.cpuTime();
            Ingestion.Result round = ingestion.push(SEARCHED_SPANS);
            perCpu = Math.max(perCpu, round.spans() / seconds(store.cpuTime().minus(before)));
            fastest = Math.max(fastest, round.spansPerSecond());
            all = all.plus(round);
            StoreCounts counts = StoreCounts.of(store.target());
            bytesPerSpan = (double) counts.bytes() / counts.kept();
        }
        report.atLeast("ingest, spans/s (best round)", 50_000, fastest);
        report.measured("the same, spans for each second of the store's CPU", perCpu);
        report.measured("ingest, spans/s (all rounds, with the cold one)", all.spansPerSecond());
        check(store, all);
    }

    private void check(StoreProcess store, Ingestion.Result all) throws Exception {
        StoreCounts counts = StoreCounts.of(store.target());
        report.exactly("requests that were not answered with 200", 0, all.errors());
        report.exactly("spans kept or evicted, of those sent", all.spans(), counts.kept() + counts.evicted());
        report.exactly("spans received and nothing refused, in all counts (1 yes)", 1, counts.areExact(all.spans()) ? 1 : 0);
        report.exactly("process alive and no OutOfMemoryError (1 yes)", 1, store.isWell() ? 1 : 0);
    }

    private void readById(Target target) throws Exception {
        Batch batch = new Batches(BATCH).next();
        target.push(batch);
        Latencies.of(2000, () -> target.trace(batch.traceIds().get(0)));
        Latencies taken = fastest(3, 2000, () -> target.trace(batch.traceIds().get(1)));
        report.measured("trace by id, ms, p50", taken.percentile(50));
        report.below("trace by id, ms, p99 (best of 3)", 5, taken.percentile(99));
    }

    private void see(Target target) throws Exception {
        Visibility seen = Visibility.of(target, new Batches(16), 300);
        report.exactly("pushed and not found by id at once, of 300", 0, seen.missedById());
        report.exactly("pushed and not found by search at once, of 300", 0, seen.missedBySearch());
    }

    private void search(Target target) throws Exception {
        new Ingestion(target, new Batches(BATCH)).push(SEARCHED_SPANS);
        // All of them first: once it is compiled for one alone, the next one would pay for that.
        for (String query : QUERIES)
            Latencies.of(WARM_UP, () -> target.search(query));
        for (String query : QUERIES) {
            Latencies taken = fastest(3, 100, () -> target.search(query));
            report.below("search " + query + ", ms, p95", 50, taken.percentile(95));
            report.measured("  p50", taken.percentile(50));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Latencies fastest(int rounds, int calls, Callable<?> call) throws Exception {
        Latencies fastest = Latencies.of(calls, call);
        for (int i = 1; i < rounds; i++) {
            Latencies round = Latencies.of(calls, call);
            if (round.percentile(95) < fastest.percentile(95))
                fastest = round;
        }
        return fastest;
    }
}
