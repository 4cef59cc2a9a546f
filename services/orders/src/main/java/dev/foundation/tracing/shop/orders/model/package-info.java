/** What an order is. */
@NullMarked
package dev.foundation.tracing.shop.orders.model;

import org.jspecify.annotations.NullMarked;
