/** What is asked of the payments service, and what is done when it fails. */
@NullMarked
package dev.foundation.tracing.shop.orders.payment;

import org.jspecify.annotations.NullMarked;
