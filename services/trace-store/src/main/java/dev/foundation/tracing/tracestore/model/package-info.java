/** What a trace is made of: immutable records that check themselves and know neither a wire format nor a store. */
@NullMarked
package dev.foundation.tracing.tracestore.model;

import org.jspecify.annotations.NullMarked;
