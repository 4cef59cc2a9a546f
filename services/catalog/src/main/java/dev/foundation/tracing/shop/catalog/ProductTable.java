package dev.foundation.tracing.shop.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The products in PostgreSQL. */
@ApplicationScoped
class ProductTable {

    private static final String ONE = "select sku, name, category, description, price, currency from product where sku = ?";
    private static final String FIRST = "select sku, name, category, description, price, currency from product order by sku limit ?";

    private final DataSource dataSource;

    ProductTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Product> find(String sku) {
        return select(ONE, sku).stream().findFirst();
    }

    /** @return in the order of their SKUs, at most that many */
    List<Product> first(int limit) {
        return select(FIRST, limit);
    }

    private List<Product> select(String sql, Object parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the catalog's database failed", e);
        }
    }

    private static List<Product> read(PreparedStatement statement) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next())
                products.add(new Product(row.getString("sku"), row.getString("name"), row.getString("category"),
                        row.getString("description"), row.getBigDecimal("price"), row.getString("currency")));
        }
        return products;
    }
}
