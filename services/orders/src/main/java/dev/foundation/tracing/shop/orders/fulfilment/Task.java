package dev.foundation.tracing.shop.orders.fulfilment;

import java.util.UUID;

/**
 * An order to be fulfilled.
 *
 * @param context where its trace stands, as text
 * @param attempts how many have failed
 */
record Task(UUID orderId, String context, int attempts) {
}
