package dev.foundation.tracing.shop.orders;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/** What tests see and change of the orders behind the service's back. */
@Singleton
class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    long orders() {
        return Long.parseLong(ask("select count(*) from customer_order"));
    }

    String stateOf(UUID order) {
        return ask("select state from customer_order where id = ?", order);
    }

    String contextOf(UUID order) {
        return ask("select context from customer_order where id = ?", order);
    }

    boolean isWaiting(UUID order) {
        return !ask("select count(*) from fulfilment where order_id = ?", order).equals("0");
    }

    /** Stores an order as a process that was killed would leave it. */
    UUID storeOrder(String state) {
        return storeOrder(state, "tea-01", "6.20");
    }

    UUID storeOrder(String state, String sku, String price) {
        UUID id = UUID.randomUUID();
        BigDecimal total = new BigDecimal(price);
        change("insert into customer_order (id, customer, state, total, currency, context, pending_until) "
                + "values (?, 'ada', ?, ?, 'EUR', '{}', now() - interval '1 second')", id, state, total);
        change("insert into order_line (order_id, position, sku, quantity, price) values (?, 0, ?, 1, ?)", id, sku, total);
        return id;
    }

    void letWait(UUID order, String context) {
        change("insert into fulfilment (order_id, context) values (?, ?)", order, context);
    }

    void change(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String ask(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return firstOf(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++)
            statement.setObject(i + 1, parameters[i]);
    }

    private static String firstOf(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
