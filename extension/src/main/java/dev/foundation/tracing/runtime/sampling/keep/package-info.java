/** Keeps what failed or was slow though it was not sampled. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.sampling.keep;

import org.jspecify.annotations.NullMarked;
