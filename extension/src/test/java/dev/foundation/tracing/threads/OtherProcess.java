package dev.foundation.tracing.threads;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.Observations;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.cache.CachePoints;
import dev.foundation.tracing.runtime.cache.TracedCacheAside;
import dev.foundation.tracing.runtime.http.client.HttpClientCalls;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.OpenTelemetrySpans;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** Another JVM: it reads a context as text, makes a span in that trace, and answers with the context inside it. */
final class OtherProcess {

    private static final String PARENT = "parent";

    private OtherProcess() {
    }

    /**
     * What came back.
     *
     * @param parentId of the span over there
     */
    record Answer(PropagatedContext context, String parentId) {
    }

    static Answer answerTo(PropagatedContext context) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OtherProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> header : context.toHeaders().entrySet())
                in.write(header.getKey() + ": " + header.getValue() + "\n");
            in.close();
            Map<String, String> headers = read(out);
            return new Answer(PropagatedContext.fromHeaders(headers), headers.get(PARENT));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    public static void main(String[] args) throws IOException {
        Tracer tracer = SdkTracerProvider.builder().build().get("other process");
        SpanOpener opener = new SpanOpener(tracer, true, new Failures(Set.of()), Observations.plain());
        SpanRuntime.install(new OpenTelemetrySpans(opener,
                new TracedCacheAside(CachePoints.unseen()),
                (name, itemName, size, limit) -> BatchSpans.none(),
                new HttpClientCalls(opener, new SafeUrls(Set.of()), List.of())));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PropagatedContext context = PropagatedContext.fromHeaders(read(in));
        withPropagatedContext(context, () -> withSpan("order.fulfil", () -> answer(System.out)));
    }

    private static void answer(PrintStream out) {
        out.println(PARENT + ": " + ((ReadableSpan) Span.current()).getParentSpanContext().getSpanId());
        propagateContext().toHeaders().forEach((name, value) -> out.println(name + ": " + value));
    }

    private static Map<String, String> read(BufferedReader lines) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] header = line.split(": ", 2);
            headers.put(header[0], header[1]);
        }
        return headers;
    }
}
