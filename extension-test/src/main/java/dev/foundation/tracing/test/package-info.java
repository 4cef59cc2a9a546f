/** A trace as a value, and as lines for terminals and reports. */
@NullMarked
package dev.foundation.tracing.test;

import org.jspecify.annotations.NullMarked;
