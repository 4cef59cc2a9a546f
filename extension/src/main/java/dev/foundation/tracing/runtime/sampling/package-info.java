/** What the configured sampler means for the spans below a parent. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.sampling;

import org.jspecify.annotations.NullMarked;
