/** What is asked of the catalog service. */
@NullMarked
package dev.foundation.tracing.shop.orders.catalog;

import org.jspecify.annotations.NullMarked;
