package dev.foundation.tracing.tracestore;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a store listens and how much it keeps.
 *
 * @param host the address or name to listen on
 * @param queryPort Tempo's query API and the web page; 0 takes any free port
 * @param otlpGrpcPort OTLP over gRPC; 0 takes any free port
 * @param otlpHttpPort OTLP over HTTP; 0 takes any free port
 * @param maxBytes how many bytes of traces are kept, by estimate; beyond it the oldest trace goes. At least 64 KiB
 * @param access who may read and send traces; unless it says how to guard them, the host has to be a loopback address
 */
public record TraceStoreOptions(String host, int queryPort, int otlpGrpcPort, int otlpHttpPort, long maxBytes, Access access) {

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
                DEFAULT_MAX_BYTES, Access.local());
    }

    /** 127.0.0.1 and any free ports, 256 MiB: for tests. */
    public static TraceStoreOptions onFreePorts() {
        return new TraceStoreOptions(LOOPBACK, 0, 0, 0, DEFAULT_MAX_BYTES, Access.local());
    }

    public TraceStoreOptions withHost(String other) {
        return new TraceStoreOptions(other, queryPort, otlpGrpcPort, otlpHttpPort, maxBytes, access);
    }

    public TraceStoreOptions withQueryPort(int other) {
        return new TraceStoreOptions(host, other, otlpGrpcPort, otlpHttpPort, maxBytes, access);
    }

    public TraceStoreOptions withOtlpGrpcPort(int other) {
        return new TraceStoreOptions(host, queryPort, other, otlpHttpPort, maxBytes, access);
    }

    public TraceStoreOptions withOtlpHttpPort(int other) {
        return new TraceStoreOptions(host, queryPort, otlpGrpcPort, other, maxBytes, access);
    }

    public TraceStoreOptions withMaxBytes(long other) {
        return new TraceStoreOptions(host, queryPort, otlpGrpcPort, otlpHttpPort, other, access);
    }

    public TraceStoreOptions withAccess(Access other) {
        return new TraceStoreOptions(host, queryPort, otlpGrpcPort, otlpHttpPort, maxBytes, other);
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > LAST_PORT)
            throw new IllegalArgumentException(name + " must be 0 to " + LAST_PORT + ", got " + port);
    }
}
