package dev.foundation.tracing.shop.orders.database;

import java.util.UUID;

/**
 * An order that has been pending for too long.
 *
 * @param context where its trace stands, as text
 */
public record AbandonedOrder(UUID id, String context) {
}
