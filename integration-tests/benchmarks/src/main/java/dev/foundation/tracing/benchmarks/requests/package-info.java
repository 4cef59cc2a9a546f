/** What a whole traced request costs: one process that serves, in each way of tracing, and one that asks and compares. */
@NullMarked
package dev.foundation.tracing.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
