package dev.foundation.tracing.shop.orders.catalog;

import java.math.BigDecimal;

/** What orders needs to know of a product. */
record Product(String sku, BigDecimal price, String currency) {
}
