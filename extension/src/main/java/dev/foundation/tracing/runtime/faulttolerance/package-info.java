/** Spans of guarded calls, where the application has SmallRye Fault Tolerance. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.faulttolerance;

import org.jspecify.annotations.NullMarked;
