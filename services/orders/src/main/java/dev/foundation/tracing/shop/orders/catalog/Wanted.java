package dev.foundation.tracing.shop.orders.catalog;

/** So many of one product, which may not exist. */
public record Wanted(String sku, int quantity) {
}
