/** The storefront: the edge of the shop, and a page to click. */
@NullMarked
package dev.foundation.tracing.shop.storefront;

import org.jspecify.annotations.NullMarked;
