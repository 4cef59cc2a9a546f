package dev.foundation.tracing.shop.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderLine;
import dev.foundation.tracing.shop.orders.model.OrderState;

/**
 * An order as it is shown; without its customer, for whoever has the id may ask.
 *
 * @param total two decimals; a string in JSON, so that no reader makes a binary fraction of it
 * @param items null to leave them out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(UUID id, OrderState state, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total, String currency,
        @Nullable List<Item> items) {

    static OrderAnswer brief(Order order) {
        return new OrderAnswer(order.id(), order.state(), order.total(), order.currency(), null);
    }

    static OrderAnswer full(Order order) {
        List<Item> items = order.lines().stream().map(Item::of).toList();
        return new OrderAnswer(order.id(), order.state(), order.total(), order.currency(), items);
    }

    record Item(String sku, int quantity, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price) {

        static Item of(OrderLine line) {
            return new Item(line.sku(), line.quantity(), line.price());
        }
    }
}
