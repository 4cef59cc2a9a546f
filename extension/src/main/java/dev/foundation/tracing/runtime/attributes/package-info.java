/** Bounds what attributes may hold, and notices those that take too many values. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.attributes;

import org.jspecify.annotations.NullMarked;
