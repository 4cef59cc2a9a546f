/** Keeps the newest traces within a fixed number of bytes, evicts the oldest whole trace, and counts what it lost. */
@NullMarked
package dev.foundation.tracing.tracestore.store;

import org.jspecify.annotations.NullMarked;
