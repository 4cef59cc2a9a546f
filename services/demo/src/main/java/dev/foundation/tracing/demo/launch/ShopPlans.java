package dev.foundation.tracing.demo.launch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each process of the shop is started with. */
final class ShopPlans {

    static final String TRACE_STORE = "trace-store";

    private static final String TRAFFIC = "traffic";
    private static final String TRAFFIC_HEAP = "64m";

    private static final String TRACE_STORE_CLASS = "dev.foundation.tracing.tracestore.TraceStoreMain";
    private static final String TRACE_STORE_HEAP = "192m";
    private static final String TRACE_STORE_LIMIT = "64m";
    private static final String SERVICE_HEAP = "128m";
    private static final String LOOPBACK = "127.0.0.1";

    private final Path checkout;
    private final ShopPorts ports;
    private final ShopDirectories directories;
    private final Map<String, Map<String, String>> extraEnvironment;

    ShopPlans(Path checkout, ShopPorts ports, ShopDirectories directories,
            Map<String, Map<String, String>> extraEnvironment) {
        this.checkout = checkout;
        this.ports = ports;
        this.directories = directories;
        this.extraEnvironment = extraEnvironment;
    }

    ProcessPlan traceStore() {
        List<String> command = JavaCommand.withHeap(TRACE_STORE_HEAP).mainClass(System.getProperty("java.class.path"),
                TRACE_STORE_CLASS, "--host", LOOPBACK, "--query-port", String.valueOf(ports.traceStore()), "--otlp-grpc-port",
                String.valueOf(ports.otlpGrpc()), "--otlp-http-port", String.valueOf(ports.otlpHttp()), "--max-bytes",
                TRACE_STORE_LIMIT);
        // The services have no token to show, whatever this shell is set up for.
        Map<String, String> openly = Map.of("TRACE_STORE_TOKEN", "");
        return new ProcessPlan(TRACE_STORE, command, environment(TRACE_STORE, openly), directories.log(TRACE_STORE),
                forUsers(ports.traceStore()), URI.create(between(ports.traceStore()) + "/ready"));
    }

    ProcessPlan storefront() {
        return service("storefront", ports.storefront(), Map.of());
    }

    ProcessPlan catalog(Postgres database) {
        return service("catalog", ports.catalog(), datasource(database));
    }

    ProcessPlan orders(Postgres database) {
        return service("orders", ports.orders(), datasource(database));
    }

    ProcessPlan payments() {
        return service("payments", ports.payments(), Map.of());
    }

    /** Has no port of its own: its address is where it sends to. */
    ProcessPlan traffic(String profile) {
        Map<String, String> settings = Map.of("TRAFFIC_PROFILE", profile, "TRAFFIC_TARGET", between(ports.storefront()));
        return new ProcessPlan(TRAFFIC, JavaCommand.withHeap(TRAFFIC_HEAP).jar(packaged(TRAFFIC)),
                environment(TRAFFIC, settings), directories.log(TRAFFIC), forUsers(ports.storefront()), null);
    }

    private ProcessPlan service(String name, int port, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", between(ports.otlpGrpc()));
        // A person who has just ordered looks at the trace within a second; the usual delay is five.
        environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S");
        environment.put("SHOP_CATALOG_URL", between(ports.catalog()));
        environment.put("SHOP_ORDERS_URL", between(ports.orders()));
        environment.put("SHOP_PAYMENTS_URL", between(ports.payments()));
        environment.put("SHOP_FAULTS_ENABLED", "true");
        environment.put("SHOP_TRACE_UI_URL", forUsers(ports.traceStore()).toString());
        return new ProcessPlan(name, JavaCommand.withHeap(SERVICE_HEAP).jar(packaged(name)), environment(name, environment),
                directories.log(name), forUsers(port), URI.create(between(port) + "/q/health/ready"));
    }

    private Path packaged(String service) {
        Path jar = checkout.resolve(Path.of("services", service, "target", "quarkus-app", "quarkus-run.jar"));
        if (!Files.isRegularFile(jar))
            throw new LaunchException("the service '" + service + "' is not built: " + jar
                    + " is missing. Build it with: mvn -DskipTests package");
        return jar;
    }

    private Map<String, String> environment(String name, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(extraEnvironment.getOrDefault(name, Map.of()));
        return environment;
    }

    private static Map<String, String> datasource(Postgres database) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(), "QUARKUS_DATASOURCE_USERNAME", Postgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD", Postgres.PASSWORD);
    }

    // An address, not a name: on some machines "localhost" is the IPv6 address first.
    private static String between(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    private static URI forUsers(int port) {
        return URI.create("http://localhost:" + port);
    }
}
