/** Drives the trace store, or any Tempo, and compares what it reaches with what it has to. */
@NullMarked
package dev.foundation.tracing.benchmarks.store;

import org.jspecify.annotations.NullMarked;
