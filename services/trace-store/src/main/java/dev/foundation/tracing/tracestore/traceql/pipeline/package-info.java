/** What a query does with the spans of a trace, stage by stage. */
@NullMarked
package dev.foundation.tracing.tracestore.traceql.pipeline;

import org.jspecify.annotations.NullMarked;
