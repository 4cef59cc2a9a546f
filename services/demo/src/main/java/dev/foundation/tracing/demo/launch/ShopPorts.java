package dev.foundation.tracing.demo.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, on loopback.
 *
 * @param traceStore the trace store's page and Tempo's query API
 */
public record ShopPorts(int storefront, int catalog, int orders, int payments, int traceStore, int otlpGrpc, int otlpHttp,
        int postgres) {

    private static final ShopPorts USUAL = new ShopPorts(8080, 8081, 8082, 8083, 3200, 4317, 4318, 0);
    private static final int HIGHEST_USUAL = 8083;

    /** The highest number that all usual ports can be moved by. */
    public static final int LARGEST_OFFSET = Ports.LAST - HIGHEST_USUAL;

    /** The usual ports, each moved by the same number; PostgreSQL takes a free one. */
    public static ShopPorts usual(int offset) {
        if (offset < 0 || offset > LARGEST_OFFSET)
            throw new IllegalArgumentException("the offset must be 0 to " + LARGEST_OFFSET + ", got " + offset);
        return new ShopPorts(USUAL.storefront + offset, USUAL.catalog + offset, USUAL.orders + offset, USUAL.payments + offset,
                USUAL.traceStore + offset, USUAL.otlpGrpc + offset, USUAL.otlpHttp + offset, Ports.choose());
    }

    /** Eight free ports. */
    public static ShopPorts free() {
        return new ShopPorts(Ports.choose(), Ports.choose(), Ports.choose(), Ports.choose(), Ports.choose(), Ports.choose(),
                Ports.choose(), Ports.choose());
    }

    /** All that a user may know, by what listens there: PostgreSQL's is not among them. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("storefront", storefront);
        ports.put("catalog", catalog);
        ports.put("orders", orders);
        ports.put("payments", payments);
        ports.put("trace store", traceStore);
        ports.put("OTLP over gRPC", otlpGrpc);
        ports.put("OTLP over HTTP", otlpHttp);
        return ports;
    }
}
