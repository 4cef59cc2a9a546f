/** Decides about local roots by rules, and below a parent as the configured sampler does. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.sampling;

import org.jspecify.annotations.NullMarked;
