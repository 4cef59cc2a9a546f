/** A bounded, in-memory trace store: OTLP in, Tempo's query API and a web page out. */
@NullMarked
package dev.foundation.tracing.tracestore;

import org.jspecify.annotations.NullMarked;
