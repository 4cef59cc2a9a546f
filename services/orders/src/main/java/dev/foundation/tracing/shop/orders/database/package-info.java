/** Orders in PostgreSQL. */
@NullMarked
package dev.foundation.tracing.shop.orders.database;

import org.jspecify.annotations.NullMarked;
