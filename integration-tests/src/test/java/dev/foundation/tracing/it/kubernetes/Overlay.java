package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.foundation.tracing.it.configuration.ServiceSettings;

/**
 * @param name its folder below {@code k8s/overlays}
 * @param secretsFromOutside what is no part of it and must be there before: name, key, and a value such as it may have
 * @param faults whether faults can be switched on, and customers let in
 */
record Overlay(String name, Map<String, Map<String, String>> secretsFromOutside, boolean faults) {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    static final String TRAFFIC = "traffic";
    static final Overlay LOCAL = new Overlay("local", Map.of(), true);
    static final Overlay PRODUCTION = new Overlay("production", Map.of(
            "shop-database", Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgres.example.com:5432/shop?sslmode=verify-full"
                            + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                    "QUARKUS_DATASOURCE_USERNAME", "shop",
                    "QUARKUS_DATASOURCE_PASSWORD", "secret"),
            "shop-redis", Map.of(
                    "QUARKUS_REDIS_HOSTS", "rediss://redis.example.com:6379",
                    "QUARKUS_REDIS_PASSWORD", "secret")),
            false);

    /** @return the shop's programs that are in it */
    Set<String> programs() {
        Set<String> programs = new TreeSet<>(ServiceSettings.SERVICES);
        if (faults)
            programs.add(TRAFFIC);
        return programs;
    }

    List<Manifest> rendered(Path k8s) throws IOException, InterruptedException {
        return Kustomize.render(k8s.resolve("overlays").resolve(name));
    }
}
