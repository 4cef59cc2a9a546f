/** The payments service: books each payment once, at a provider that can be made to fail and to dawdle. */
@NullMarked
package dev.foundation.tracing.shop.payments;

import org.jspecify.annotations.NullMarked;
