package dev.foundation.tracing.shop.orders.catalog;

import java.util.Collection;

/** The catalog has no such products. */
public final class UnknownProductsException extends RuntimeException {

    UnknownProductsException(Collection<String> skus) {
        super("unknown product " + String.join(", ", skus));
    }
}
