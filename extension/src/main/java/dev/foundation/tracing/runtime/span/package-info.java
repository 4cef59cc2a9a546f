/** How spans are started, made current and ended. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.NullMarked;
