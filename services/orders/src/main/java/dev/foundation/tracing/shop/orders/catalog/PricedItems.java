package dev.foundation.tracing.shop.orders.catalog;

import java.util.List;

import dev.foundation.tracing.shop.orders.model.OrderLine;

/**
 * Items that all exist, with their prices.
 *
 * @param currency of all of them
 */
public record PricedItems(List<OrderLine> lines, String currency) {

    public PricedItems {
        lines = List.copyOf(lines);
    }
}
