/** Numbers over time, of the spans that a query finds. */
@NullMarked
package dev.foundation.tracing.tracestore.traceql.metrics;

import org.jspecify.annotations.NullMarked;
