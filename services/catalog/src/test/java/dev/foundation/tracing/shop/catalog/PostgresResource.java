package dev.foundation.tracing.shop.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL on a free port, empty at first. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String USER = "postgres";

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            postgres = started;
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + started.getPort() + "/postgres",
                    "quarkus.datasource.username", USER, "quarkus.datasource.password", USER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null)
                postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
