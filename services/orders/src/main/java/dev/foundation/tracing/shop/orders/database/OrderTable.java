package dev.foundation.tracing.shop.orders.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderLine;
import dev.foundation.tracing.shop.orders.model.OrderState;

/** Orders and their lines. */
@ApplicationScoped
public class OrderTable {

    private static final String INSERT = "insert into customer_order (id, customer, state, total, currency, context) values (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_LINE = "insert into order_line (order_id, position, sku, quantity, price) values (?, ?, ?, ?, ?)";
    private static final String MOVE = "update customer_order set state = ? where id = ? and state = ?";
    private static final String TAKE_ABANDONED = """
            update customer_order set pending_until = now() + interval '1 minute'
            where id = (select id from customer_order where state = 'PENDING' and pending_until < now()
                        order by pending_until limit 1 for update skip locked)
            returning id, context""";
    private static final String FIND = "select id, customer, state, currency from customer_order where id = ?";
    private static final String FIND_LINES = "select sku, quantity, price from order_line where order_id = ? order by position";

    private final Sql sql;

    OrderTable(Sql sql) {
        this.sql = sql;
    }

    /** @param context where its trace stands, as text */
    public void insert(Order order, String context) {
        sql.update(INSERT, order.id(), order.customer(), order.state().name(), order.total(), order.currency(), context);
        sql.updateAll(INSERT_LINE, IntStream.range(0, order.lines().size()).mapToObj(i -> row(order, i)).toList());
    }

    /** @return false if the order is not in that state (any more); nothing is changed then */
    public boolean move(UUID id, OrderState from, OrderState to) {
        return sql.update(MOVE, to.name(), id, from.name()) == 1;
    }

    /** @return one that is pending although its time is up, if any; it gets another minute, in which no one else takes it */
    public Optional<AbandonedOrder> takeAbandoned() {
        return sql.select(TAKE_ABANDONED, OrderTable::readAbandoned).stream().findFirst();
    }

    public Optional<Order> find(UUID id) {
        // One after the other: who reads the lines while the order's row is open needs two connections at once, and when
        // every request holds its first, none gets its second.
        return sql.select(FIND, OrderTable::readWithoutLines, id).stream().findFirst()
                .map(order -> order.with(sql.select(FIND_LINES, OrderTable::readLine, id)));
    }

    private static Object[] row(Order order, int position) {
        OrderLine line = order.lines().get(position);
        return new Object[] { order.id(), position, line.sku(), line.quantity(), line.price() };
    }

    private static Order readWithoutLines(ResultSet row) throws SQLException {
        return new Order(row.getObject("id", UUID.class), row.getString("customer"),
                OrderState.valueOf(row.getString("state")), List.of(), row.getString("currency"));
    }

    private static AbandonedOrder readAbandoned(ResultSet row) throws SQLException {
        return new AbandonedOrder(row.getObject("id", UUID.class), row.getString("context"));
    }

    private static OrderLine readLine(ResultSet row) throws SQLException {
        return new OrderLine(row.getString("sku"), row.getInt("quantity"), row.getBigDecimal("price"));
    }
}
