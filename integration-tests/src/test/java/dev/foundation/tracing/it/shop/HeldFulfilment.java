package dev.foundation.tracing.it.shop;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.foundation.tracing.demo.launch.Shop;

/** Makes the database keep every fulfilment waiting in the middle of its transaction, until closed. */
final class HeldFulfilment implements AutoCloseable {

    private static final String HOLD = """
            create function orders.hold() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock(4711);
              return new;
            end $$;
            create trigger hold before update on orders.customer_order
              for each row when (new.state = 'FULFILLED') execute function orders.hold();
            select pg_advisory_lock(4711)""";
    private static final String RELEASE = """
            select pg_advisory_unlock(4711);
            drop trigger hold on orders.customer_order;
            drop function orders.hold()""";
    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    private final Connection connection;

    private HeldFulfilment(Connection connection) {
        this.connection = connection;
    }

    static HeldFulfilment of(Shop shop) {
        try {
            HeldFulfilment held = new HeldFulfilment(DriverManager.getConnection(shop.jdbcUrl(), "shop", "shop"));
            held.execute(HOLD);
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until a worker has come to the point where it is held. */
    void awaitWaiting() {
        await("a fulfilment is held").until(this::waiting, waiting -> waiting > 0);
    }

    @Override
    public void close() {
        try (connection) {
            execute(RELEASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long waiting() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
