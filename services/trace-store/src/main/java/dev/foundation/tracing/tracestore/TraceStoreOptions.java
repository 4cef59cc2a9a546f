package dev.foundation.tracing.tracestore;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a store listens and how much it keeps.
 *
 * @param host the address or name to listen on; whoever reaches it reads every trace, so keep it a loopback address unless
 *        something else guards it
 * @param queryPort Tempo's query API and the web page; 0 takes any free port
 * @param otlpGrpcPort OTLP over gRPC; 0 takes any free port
 * @param otlpHttpPort OTLP over HTTP; 0 takes any free port
 * @param maxBytes how many bytes of traces are kept, by estimate; beyond it the oldest trace goes. At least 64 KiB
 */
public record TraceStoreOptions(String host, int queryPort, int otlpGrpcPort, int otlpHttpPort, long maxBytes) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_QUERY_PORT = 3200;
    private static final int DEFAULT_OTLP_GRPC_PORT = 4317;
    private static final int DEFAULT_OTLP_HTTP_PORT = 4318;
    private static final long DEFAULT_MAX_BYTES = 256L << 20;
    private static final long LEAST_MAX_BYTES = 64L << 10;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException if a value is out of its range, or two ports are the same */
    public TraceStoreOptions {
        if (host.isBlank())
            throw new IllegalArgumentException("host must be an address or a name, got an empty one");
        checkPort("queryPort", queryPort);
        checkPort("otlpGrpcPort", otlpGrpcPort);
        checkPort("otlpHttpPort", otlpHttpPort);
        List<Integer> fixed = Stream.of(queryPort, otlpGrpcPort, otlpHttpPort).filter(port -> port != 0).toList();
        if (fixed.stream().distinct().count() < fixed.size())
            throw new IllegalArgumentException("the three ports must differ, got " + queryPort + ", " + otlpGrpcPort + ", "
                    + otlpHttpPort);
        if (maxBytes < LEAST_MAX_BYTES)
            throw new IllegalArgumentException("maxBytes must be >= " + LEAST_MAX_BYTES + ", got " + maxBytes);
    }

    /** 127.0.0.1, Tempo's and OTLP's usual ports, 256 MiB. */
    public static TraceStoreOptions defaults() {
        return new TraceStoreOptions(LOOPBACK, DEFAULT_QUERY_PORT, DEFAULT_OTLP_GRPC_PORT, DEFAULT_OTLP_HTTP_PORT,
                DEFAULT_MAX_BYTES);
    }

    /** 127.0.0.1 and any free ports, 256 MiB: for tests. */
    public static TraceStoreOptions onFreePorts() {
        return new TraceStoreOptions(LOOPBACK, 0, 0, 0, DEFAULT_MAX_BYTES);
    }

    public TraceStoreOptions withHost(String other) {
        return new TraceStoreOptions(other, queryPort, otlpGrpcPort, otlpHttpPort, maxBytes);
    }

    public TraceStoreOptions withQueryPort(int other) {
        return new TraceStoreOptions(host, other, otlpGrpcPort, otlpHttpPort, maxBytes);
    }

    public TraceStoreOptions withOtlpGrpcPort(int other) {
        return new TraceStoreOptions(host, queryPort, other, otlpHttpPort, maxBytes);
    }

    public TraceStoreOptions withOtlpHttpPort(int other) {
        return new TraceStoreOptions(host, queryPort, otlpGrpcPort, other, maxBytes);
    }

    public TraceStoreOptions withMaxBytes(long other) {
        return new TraceStoreOptions(host, queryPort, otlpGrpcPort, otlpHttpPort, other);
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > LAST_PORT)
            throw new IllegalArgumentException(name + " must be 0 to " + LAST_PORT + ", got " + port);
    }
}
