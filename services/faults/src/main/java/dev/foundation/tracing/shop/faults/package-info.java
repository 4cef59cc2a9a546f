/**
 * What can be made to go wrong in any service of the shop, on purpose: by setting, over HTTP, and for one request by W3C
 * baggage. All of it only with {@code shop.faults.enabled}.
 */
@NullMarked
package dev.foundation.tracing.shop.faults;

import org.jspecify.annotations.NullMarked;
