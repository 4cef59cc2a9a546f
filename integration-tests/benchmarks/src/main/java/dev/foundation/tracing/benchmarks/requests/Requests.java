package dev.foundation.tracing.benchmarks.requests;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;

/** Compares what whole requests cost, traced in each way: in CPU time, by turns, after a long warm-up. */
public final class Requests {

    /** The application's argument for a process that only serves. */
    public static final String SERVE = "serve";

    private final PrintStream out;
    private final Duration warmUp;
    private final Duration turn;
    private final int turns;

    /**
     * @param warmUp of each process: before 30 s of it, the JIT doubles everything
     * @param turn how long each process is measured at a time
     * @param turns how often; the middle one counts
     */
    public Requests(PrintStream out, Duration warmUp, Duration turn, int turns) {
        this.out = out;
        this.warmUp = warmUp;
        this.turn = turn;
        this.turns = turns;
    }

    /** Starts a trace store to export to, and all servers; ends them when it is done. */
    public void compare() throws Exception {
        out.println("A request with three spans of HTTP: CPU time of the process that serves it.");
        try (TraceStore store = TraceStore.start(TraceStoreOptions.onFreePorts()); Load load = new Load()) {
            Map<Tracing, Server> servers = new LinkedHashMap<>();
            try {
                for (Tracing tracing : Tracing.ALL)
                    servers.put(tracing, Server.start(tracing, URI.create("http://127.0.0.1:" + store.otlpGrpcPort())));
                print(measure(servers, load));
            } finally {
                for (Server server : servers.values())
                    server.close();
            }
        }
    }

    private Map<Tracing, List<Double>> measure(Map<Tracing, Server> servers, Load load) throws Exception {
        for (Server server : servers.values())
            load.microsOfCpu(server, warmUp);
        Map<Tracing, List<Double>> measured = new LinkedHashMap<>();
        for (int i = 0; i < turns; i++) {
            for (Map.Entry<Tracing, Server> server : servers.entrySet())
                measured.computeIfAbsent(server.getKey(), tracing -> new ArrayList<>())
                        .add(load.microsOfCpu(server.getValue(), turn));
        }
        return measured;
    }

    private void print(Map<Tracing, List<Double>> measured) {
        double untraced = middle(measured.getOrDefault(Tracing.ALL.get(0), List.of()));
        out.printf("%-44s %8s %6s%n", "", "µs", "x");
        measured.forEach((tracing, micros) -> out.printf(Locale.ROOT, "%-44s %8.1f %6.2f%n", tracing.title(), middle(micros),
                middle(micros) / untraced));
    }

    private static double middle(List<Double> micros) {
        return micros.stream().sorted().toList().get(micros.size() / 2);
    }
}
