package dev.foundation.tracing.shop.catalog;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Something to buy.
 *
 * @param sku what it is ordered by, such as {@code tea-01}
 * @param price for one, two decimals; a string in JSON, so that no reader makes a binary fraction of it
 * @param currency ISO 4217
 */
record Product(String sku, String name, String category, String description,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price, String currency) {
}
