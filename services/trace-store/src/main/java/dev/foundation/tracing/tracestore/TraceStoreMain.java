package dev.foundation.tracing.tracestore;

import java.util.List;

/**
 * Runs a store as a process of its own until SIGTERM. Exits with 2 if its arguments make no sense, with 1 if it cannot start.
 */
public final class TraceStoreMain {

    private static final int CANNOT_START = 1;
    private static final int WRONG_USAGE = 2;
    // Requests on their way and answers being written need room too.
    private static final long HEAP_PER_STORED_BYTE = 2;

    private TraceStoreMain() {
    }

    /** @param arguments see {@code --help} */
    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments));
        // When the store runs, its threads keep the process alive until the hook closes it.
        if (exitCode != 0)
            System.exit(exitCode);
    }

    private static int run(List<String> arguments) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments, System.getenv());
            if (commandLine.help())
                System.out.print(CommandLine.USAGE);
            else
                start(commandLine.options());
            return 0;
        } catch (UsageException e) {
            System.err.println("trace-store: " + e.getMessage());
            return WRONG_USAGE;
        } catch (TraceStoreStartException e) {
            System.err.println("trace-store: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private static void start(TraceStoreOptions options) {
        warnOfSmallHeap(options.maxBytes());
        // The JDK resolves the one name there is; what else could do it takes a tenth of the time to start.
        System.setProperty("vertx.disableDnsResolver", "true");
        TraceStore store = TraceStore.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "trace-store-shutdown"));
        String host = store.host();
        System.out.println("trace store: web page and Tempo's API on http://" + host + ":" + store.queryPort()
                + ", OTLP/gRPC on " + host + ":" + store.otlpGrpcPort() + ", OTLP/HTTP on http://" + host + ":"
                + store.otlpHttpPort() + "/v1/traces");
    }

    private static void warnOfSmallHeap(long maxBytes) {
        long heapMebibytes = Runtime.getRuntime().maxMemory() >> 20;
        long neededMebibytes = HEAP_PER_STORED_BYTE * (maxBytes >> 20);
        if (heapMebibytes < neededMebibytes)
            System.err.println("trace-store: the heap of " + heapMebibytes + " MiB is small for --max-bytes "
                    + (maxBytes >> 20) + "m: give java -Xmx" + neededMebibytes + "m, or the store less to keep");
    }
}
