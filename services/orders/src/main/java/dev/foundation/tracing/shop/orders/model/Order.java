package dev.foundation.tracing.shop.orders.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/**
 * What a customer ordered.
 *
 * @param currency ISO 4217, of all its prices
 */
public record Order(UUID id, String customer, OrderState state, List<OrderLine> lines, String currency) {

    private static final int CENTS = 2;

    public Order {
        lines = List.copyOf(lines);
    }

    /** @return this order with other lines */
    public Order with(List<OrderLine> others) {
        return new Order(id, customer, state, others, currency);
    }

    /** @return this order in another state */
    public Order in(OrderState other) {
        return new Order(id, customer, other, lines, currency);
    }

    /** @return with two decimals */
    public BigDecimal total() {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(CENTS, RoundingMode.HALF_UP);
    }
}
