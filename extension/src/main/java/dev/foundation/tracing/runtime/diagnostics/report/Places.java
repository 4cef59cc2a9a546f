package dev.foundation.tracing.runtime.diagnostics.report;

import java.util.List;

import dev.foundation.tracing.control.TracingReport.Finding;
import dev.foundation.tracing.runtime.attributes.SpanAttribute;
import dev.foundation.tracing.runtime.diagnostics.LostContext;
import dev.foundation.tracing.runtime.diagnostics.SpanFindings;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpan;

/** Places in the code that lose spans or their contexts, in words. */
record Places(List<Finding> neverEnded, List<Finding> withoutContext, List<Finding> manyValues) {

    static Places of(SpanFindings findings, List<SpanAttribute> manyValues) {
        return new Places(findings.unended().stream().map(Places::finding).toList(),
                findings.lostContexts().stream().map(Places::finding).toList(),
                manyValues.stream().map(attribute -> new Finding(attribute.key(), "spans " + attribute.spanName(), 1, ""))
                        .toList());
    }

    private static Finding finding(UnendedSpan span) {
        return new Finding(span.name(), span.callSite(), span.count(),
                (span.stillOpen() ? "still open" : "gone without an end") + ", first in trace " + span.traceId());
    }

    private static Finding finding(LostContext lost) {
        return new Finding(lost.what(), lost.callSite(), lost.count(), switch (lost.kind()) {
            case NO_SPAN -> "no span was active, first on thread " + lost.thread();
            case NEW_TRACE -> "began a trace of its own, first on thread " + lost.thread();
        });
    }
}
