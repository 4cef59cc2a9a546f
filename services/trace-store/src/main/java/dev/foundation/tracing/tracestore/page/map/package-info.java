/** Finds out from spans which services call each other, how often, and how well. */
@NullMarked
package dev.foundation.tracing.tracestore.page.map;

import org.jspecify.annotations.NullMarked;
