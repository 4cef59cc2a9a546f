/** The catalog service: products from PostgreSQL, cache-aside. */
@NullMarked
package dev.foundation.tracing.shop.catalog;

import org.jspecify.annotations.NullMarked;
