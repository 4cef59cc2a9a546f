/** What a span costs, beside the alternatives: an application that measures itself. */
@NullMarked
package dev.foundation.tracing.benchmarks;

import org.jspecify.annotations.NullMarked;
