/**
 * Starts the whole shop as real processes: PostgreSQL, the trace store and the four packaged services. For the demo and for
 * tests of the whole system.
 *
 * <pre>{@code
 * try (Shop shop = ShopLauncher.ofCheckout(root).start()) {
 *     shop.process("orders").kill();
 *     shop.process("orders").restart();
 * }
 * }</pre>
 */
@NullMarked
package dev.foundation.tracing.demo.launch;

import org.jspecify.annotations.NullMarked;
