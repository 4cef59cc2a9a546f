/** Tempo's query API over the store; Tempo's JSON stays here. */
@NullMarked
package dev.foundation.tracing.tracestore.query;

import org.jspecify.annotations.NullMarked;
