package dev.foundation.tracing.runtime.diagnostics.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.Finding;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A report as programs read it. */
public final class ReportJson {

    private ReportJson() {
    }

    public static JsonObject of(TracingReport report) {
        return new JsonObject()
                .put("at", report.at().toString())
                .put("service", report.service())
                .put("on", report.on())
                .put("state", report.state())
                .put("advice", new JsonArray(report.advice()))
                .put("sampling", report.sampling())
                .put("export", export(report.export()))
                .put("spans", spans(report.spans()))
                .put("neverEnded", findings(report.neverEnded()))
                .put("withoutContext", findings(report.withoutContext()))
                .put("manyValues", findings(report.manyValues()));
    }

    private static JsonObject export(Export export) {
        return new JsonObject().put("endpoint", export.endpoint()).put("protocol", export.protocol())
                .put("reachable", export.reachable()).put("lastSuccess", text(export.lastSuccess()))
                .put("lastFailure", text(export.lastFailure())).put("lastReason", export.lastReason());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static JsonObject spans(Spans spans) {
        JsonObject dropped = new JsonObject();
        spans.droppedBecause().forEach(dropped::put);
        return new JsonObject().put("made", spans.made()).put("exported", spans.exported())
                .put("dropped", spans.dropped()).put("waiting", spans.waiting()).put("droppedBecause", dropped)
                .put("notSampled", notSampled(spans.notSampled()));
    }

    private static JsonObject notSampled(NotSampled traces) {
        return new JsonObject().put("here", traces.here()).put("byCallers", traces.byCallers()).put("keptInTheEnd",
                traces.keptInTheEnd());
    }

    private static JsonArray findings(List<Finding> findings) {
        JsonArray array = new JsonArray();
        for (Finding finding : findings)
            array.add(new JsonObject().put("what", finding.what()).put("where", finding.where())
                    .put("count", finding.count()).put("detail", finding.detail()));
        return array;
    }
}
