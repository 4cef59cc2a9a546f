package dev.foundation.tracing.runtime.http.diagnostics;

import dev.foundation.tracing.control.Diagnostics;
import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.runtime.diagnostics.report.ReportJson;
import dev.foundation.tracing.runtime.diagnostics.report.ReportText;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers with the report: as JSON to whoever asks for that, else as text. The build makes it by its name. */
@RegisterForReflection
public class ReportRoute implements Handler<RoutingContext> {

    private static final String JSON = "application/json";

    @Override
    public void handle(RoutingContext request) {
        TracingReport report = Arc.container().instance(Diagnostics.class).get().report();
        boolean json = request.parsedHeaders().accept().stream().anyMatch(type -> JSON.equals(type.value()));
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, json ? JSON : "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .end(json ? ReportJson.of(report).encodePrettily() : ReportText.of(report));
    }
}
