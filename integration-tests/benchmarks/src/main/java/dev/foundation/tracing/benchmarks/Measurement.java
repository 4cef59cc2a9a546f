package dev.foundation.tracing.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What one benchmark took in one process.
 *
 * @param nanos for each call, the median of JMH's iterations
 * @param bytes allocated by each call
 */
record Measurement(double nanos, double bytes) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Each in a process of its own: the JIT would compile one alternative by what it has seen of another. */
    static Measurement of(Alternative alternative, Situation situation) throws IOException, InterruptedException {
        Path results = Files.createTempFile("benchmark", ".json");
        try {
            Process process = new ProcessBuilder(command(alternative, situation, results)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(new File(results + ".log"))).start();
            if (process.waitFor() != 0 || Files.size(results) == 0)
                throw new IOException("measuring " + alternative.title() + " failed: see " + results + ".log");
            Files.delete(Path.of(results + ".log"));
            return read(new JsonArray(Files.readString(results)).getJsonObject(0));
        } finally {
            Files.deleteIfExists(results);
        }
    }

    Measurement faster(Measurement other) {
        return nanos <= other.nanos ? this : other;
    }

    private static List<String> command(Alternative alternative, Situation situation, Path results) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(situation.jvmOptions());
        command.addAll(alternative.jvmOptions());
        command.addAll(situation.threadOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                alternative.benchmark() + "$", "-f", "0", "-wi", "5", "-w", "1", "-i", "5", "-r", "1",
                "-prof", "gc", "-p",
                "place=" + situation.place(), "-p", "parent=" + situation.parent(), "-rf", "json", "-rff", results.toString()));
        return command;
    }

    private static Measurement read(JsonObject result) {
        JsonArray iterations = result.getJsonObject("primaryMetric").getJsonArray("rawData").getJsonArray(0);
        double[] sorted = iterations.stream().mapToDouble(nanos -> ((Number) nanos).doubleValue()).sorted().toArray();
        JsonObject allocated = result.getJsonObject("secondaryMetrics").getJsonObject("gc.alloc.rate.norm");
        return new Measurement(sorted[sorted.length / 2], allocated == null ? 0 : allocated.getDouble("score"));
    }
}
