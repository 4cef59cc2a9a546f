package dev.foundation.tracing.benchmarks.requests;

import java.util.List;

/**
 * A way of tracing a request.
 *
 * @param title for people
 * @param sampled what the request says of the trace that it belongs to
 * @param jvmOptions of the process that serves it
 */
record Tracing(String title, boolean sampled, List<String> jvmOptions) {

    private static final List<String> QUARKUS_ALONE = List.of("-Dquarkus.foundation-tracing.active=false");

    static final List<Tracing> ALL = List.of(
            new Tracing("not traced (quarkus.otel.sdk.disabled)", false, List.of("-Dquarkus.otel.sdk.disabled=true")),
            new Tracing("not sampled, Quarkus alone", false, QUARKUS_ALONE),
            new Tracing("not sampled, with this extension", false, List.of()),
            new Tracing("recorded and exported, Quarkus alone", true, QUARKUS_ALONE),
            new Tracing("recorded and exported, with this extension", true, List.of()));

    Tracing {
        jvmOptions = List.copyOf(jvmOptions);
    }

    String traceparent() {
        return "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + (sampled ? "01" : "00");
    }
}
