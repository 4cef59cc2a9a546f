package dev.foundation.tracing.runtime.diagnostics.report;

import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;
import dev.foundation.tracing.runtime.export.Advice;
import dev.foundation.tracing.runtime.export.DropCause;
import dev.foundation.tracing.runtime.export.ExportFailure;

/** What to do, in the order in which it keeps spans from being seen. */
final class Prescription {

    private final TracingState state;
    private final Exports exports;
    private final Spans spans;
    private final Places places;
    private final List<String> advice = new ArrayList<>();

    Prescription(TracingState state, Exports exports, Spans spans, Places places) {
        this.state = state;
        this.exports = exports;
        this.spans = spans;
        this.places = places;
    }

    List<String> advice() {
        if (state.on())
            onExport();
        onCode();
        return advice;
    }

    private void onExport() {
        ExportFailure failure = exports.lastFailure();
        if (failure != null && Boolean.FALSE.equals(exports.reachable()))
            advice.add(Advice.on(failure));
        else if (exports.areSeen() && spans.made() == 0)
            advice.add(onNoSpan(spans.notSampled()));
        if (exports.dropped().containsKey(DropCause.QUEUE_FULL))
            advice.add(Advice.on(DropCause.QUEUE_FULL));
    }

    private static String onNoSpan(NotSampled traces) {
        if (traces.here() > 0)
            return "Every trace was sampled out so far: see sampling below.";
        return traces.byCallers() > 0
                ? "No request so far was sampled by the service that sent it (traceparent ends with 00): look at sampling there."
                : "No span has ended yet: send a request, or call what is @Traced.";
    }

    private void onCode() {
        if (!places.neverEnded().isEmpty())
            advice.add("End what startSpan begins: try (ActiveSpan span = startSpan(…)).");
        if (!places.withoutContext().isEmpty())
            advice.add("Hand the context on to other threads: wrap(task), or propagateContext() and withPropagatedContext(…).");
        if (!places.manyValues().isEmpty())
            advice.add("Leave ids out of attributes that are to be grouped by, or name those that are meant to be ids in "
                    + "quarkus.foundation-tracing.attributes.unbounded-keys.");
    }
}
