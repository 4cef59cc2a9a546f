package dev.foundation.tracing.benchmarks;

import java.time.Duration;

import org.openjdk.jmh.Main;

import dev.foundation.tracing.benchmarks.requests.Requests;
import dev.foundation.tracing.benchmarks.store.StoreBenchmark;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Without arguments: compares all ways to make a span, each in a process of its own, and prints the table. {@code requests}:
 * does so for whole requests, with how long each is warmed up and measured as further arguments, such as
 * {@code PT30S PT5S}. {@code sampling}: compares roots that are not sampled, without rules and with ten. {@code store}:
 * measures the trace store, or a Tempo. Other arguments: runs JMH inside this application,
 * with its own options.
 */
@QuarkusMain
public class Benchmarks implements QuarkusApplication {

    private static final int TURNS = 5;

    @Override
    public int run(String... arguments) throws Exception {
        switch (arguments.length == 0 ? "spans" : arguments[0]) {
            case "spans" -> new Comparison(System.out).run();
            case "requests" -> new Requests(System.out, duration(arguments, 1, "PT30S"), duration(arguments, 2, "PT5S"), TURNS)
                    .compare();
            case "sampling" -> new SamplingComparison(System.out).run();
            case "store" -> new StoreBenchmark(System.out).run();
            case Requests.SERVE -> Quarkus.waitForExit();
            default -> Main.main(arguments);
        }
        return 0;
    }

    private static Duration duration(String[] arguments, int index, String otherwise) {
        return Duration.parse(index < arguments.length ? arguments[index] : otherwise);
    }
}
