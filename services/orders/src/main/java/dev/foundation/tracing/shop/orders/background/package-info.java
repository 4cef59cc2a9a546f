/** Work that no request waits for. */
@NullMarked
package dev.foundation.tracing.shop.orders.background;

import org.jspecify.annotations.NullMarked;
