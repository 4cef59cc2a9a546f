package dev.foundation.tracing.shop.orders.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.shop.orders.database.Sql;

/** The orders that wait to be fulfilled. */
@ApplicationScoped
public class FulfilmentTable {

    private static final String ADD = "insert into fulfilment (order_id, context) values (?, ?)";
    private static final String TAKE = """
            select order_id, context, attempts from fulfilment
            where not_before <= now() order by not_before limit 1 for update skip locked""";
    private static final String REMOVE = "delete from fulfilment where order_id = ?";
    private static final String POSTPONE = """
            update fulfilment set attempts = attempts + 1, not_before = now() + ? * interval '1 millisecond'
            where order_id = ?""";

    private final Sql sql;

    FulfilmentTable(Sql sql) {
        this.sql = sql;
    }

    /** @param context where the order's trace stands, as text */
    public void add(UUID orderId, String context) {
        sql.update(ADD, orderId, context);
    }

    /** @return the next that is due, if any; locked, and so hidden from other takers, until the transaction ends */
    Optional<Task> take() {
        return sql.select(TAKE, FulfilmentTable::read).stream().findFirst();
    }

    void remove(UUID orderId) {
        sql.update(REMOVE, orderId);
    }

    void postpone(UUID orderId, Duration delay) {
        sql.update(POSTPONE, delay.toMillis(), orderId);
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(row.getObject("order_id", UUID.class), row.getString("context"), row.getInt("attempts"));
    }
}
