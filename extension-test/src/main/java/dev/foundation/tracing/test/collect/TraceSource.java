package dev.foundation.tracing.test.collect;

import java.util.List;
import java.util.Optional;

import dev.foundation.tracing.test.Trace;

/** Traces that may still grow. Safe from any thread. */
interface TraceSource {

    /** @return what has arrived of the trace; empty if that is nothing */
    Optional<Trace> find(String traceId);

    /** @return the names of spans that have started and not yet ended, as far as that can be known from here */
    default List<String> openSpans(String traceId) {
        return List.of();
    }

    /** @return how to get spans to arrive here, for a message that says that none did */
    String advice();
}
