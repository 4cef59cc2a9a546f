/** TraceQL's words and signs, with the places where they stand. */
@NullMarked
package dev.foundation.tracing.tracestore.traceql.token;

import org.jspecify.annotations.NullMarked;
