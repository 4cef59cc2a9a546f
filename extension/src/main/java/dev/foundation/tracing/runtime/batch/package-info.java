/** Spans of batches. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.batch;

import org.jspecify.annotations.NullMarked;
