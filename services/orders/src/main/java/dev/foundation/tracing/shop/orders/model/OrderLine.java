package dev.foundation.tracing.shop.orders.model;

import java.math.BigDecimal;

/**
 * So many of one product.
 *
 * @param price for one, as the catalog had it when the order was placed
 */
public record OrderLine(String sku, int quantity, BigDecimal price) {

    public OrderLine {
        if (quantity < 1)
            throw new IllegalArgumentException("quantity of " + sku + " must be at least 1, got " + quantity);
    }

    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
