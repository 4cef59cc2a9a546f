/** What a line of the log says about the trace that it belongs to. Internal. */
@NullMarked
package dev.foundation.tracing.runtime.logging;

import org.jspecify.annotations.NullMarked;
