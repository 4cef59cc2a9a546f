/** The orders service: takes orders, has them paid, and fulfils them in the background. */
@NullMarked
package dev.foundation.tracing.shop.orders;

import org.jspecify.annotations.NullMarked;
