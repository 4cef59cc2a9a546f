/** Contexts as values and as headers. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.context;

import org.jspecify.annotations.NullMarked;
