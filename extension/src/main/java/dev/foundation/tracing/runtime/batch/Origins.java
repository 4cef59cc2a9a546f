package dev.foundation.tracing.runtime.batch;

import java.util.HashSet;
import java.util.Set;

import dev.foundation.tracing.ActiveSpan;
import io.opentelemetry.api.trace.SpanContext;

/** Links a batch's span to where its items come from, to each once, as far as OpenTelemetry keeps links. */
final class Origins {

    private static final String LEFT_OUT = "batch.links_left_out";

    private final ActiveSpan batch;
    private final int mostLinks;
    private final Set<SpanContext> linked = new HashSet<>();
    private int leftOut;

    Origins(ActiveSpan batch, int mostLinks) {
        this.batch = batch;
        this.mostLinks = mostLinks;
    }

    synchronized void add(SpanContext origin) {
        if (linked.contains(origin))
            return;
        if (linked.size() >= mostLinks) {
            leftOut++;
            return;
        }
        linked.add(origin);
        batch.linkSpan(origin);
    }

    synchronized void summariseOn(ActiveSpan span) {
        if (leftOut > 0)
            span.setAttribute(LEFT_OUT, leftOut);
    }
}
