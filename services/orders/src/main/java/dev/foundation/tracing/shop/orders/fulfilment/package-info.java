/** What happens to an order once it is paid. */
@NullMarked
package dev.foundation.tracing.shop.orders.fulfilment;

import org.jspecify.annotations.NullMarked;
