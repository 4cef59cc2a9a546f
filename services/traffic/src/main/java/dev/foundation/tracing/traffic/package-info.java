/** Customers of the shop: they look at products and order them, steadily or in bursts, and now and then ask for a fault. */
@NullMarked
package dev.foundation.tracing.traffic;

import org.jspecify.annotations.NullMarked;
