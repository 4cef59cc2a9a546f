package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.cacheAside;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The README's example of a cache of any kind, run as it stands there. */
@ApplicationScoped
public class Catalogue {

    public record Product(String sku, long cents) {
    }

    private final Redis redis = new Redis();
    private final Table table = new Table();

    Optional<Product> find(String sku) throws SQLException {
        return Optional
                .ofNullable(cacheAside("products", sku, redis::get, table::find, (key, found) -> redis.setex(key, 60, found)));
    }

    private static final class Redis {

        private final Map<String, Product> values = new HashMap<>();

        Product get(String key) {
            return values.get(key);
        }

        void setex(String key, long seconds, Product value) {
            if (seconds > 0)
                values.put(key, value);
        }
    }

    private static final class Table {

        Product find(String sku) throws SQLException {
            if (sku.isEmpty())
                throw new SQLException("no SKU");
            return new Product(sku, 620);
        }
    }
}
