package dev.foundation.tracing.runtime.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Finds out whether this version of Quarkus keeps the log context as ours takes it to, by doing the same in both ways. */
public final class LogContextProbe {

    private final VertxInternal vertx;
    private final Context outer;
    private final Context inner;

    private LogContextProbe(Vertx vertx) {
        this.vertx = (VertxInternal) vertx;
        try (SdkTracerProvider spans = SdkTracerProvider.builder().build()) {
            Tracer tracer = spans.get("probe");
            Span around = tracer.spanBuilder("outer").startSpan();
            this.outer = Context.root().with(around);
            this.inner = outer.with(tracer.spanBuilder("inner").setParent(outer).startSpan());
        }
    }

    /**
     * To be asked while Quarkus still does it itself.
     *
     * @param vertx is asked for contexts alone
     */
    public static boolean agree(Vertx vertx, LogCorrelation ours) {
        try {
            LogContextProbe probe = new LogContextProbe(vertx);
            return probe.seen(OpenTelemetryUtil::setMDCData, OpenTelemetryUtil::clearMDCData)
                    .equals(probe.seen(ours::putSpan, ours::removeSpan));
        } catch (RuntimeException | LinkageError e) {
            return false; // a version whose internals are others
        }
    }

    /** @return what was in the log context after each step */
    private List<Map<String, Object>> seen(BiConsumer<Context, io.vertx.core.Context> spanIsCurrent,
            Consumer<io.vertx.core.Context> noSpanIsCurrent) {
        List<Map<String, Object>> seen = new ArrayList<>();
        ContextInternal request = vertx.createEventLoopContext().duplicate();
        Runnable look = () -> seen.add(VertxMDC.INSTANCE.copyObject(request));
        ContextInternal before = request.beginDispatch();
        try {
            VertxMDC.INSTANCE.put("customer", "ada", request);
            spanIsCurrent.accept(outer, request);
            look.run();
            Map<String, Object> ofOuter = LogCorrelation.logContext(request);
            spanIsCurrent.accept(inner, request);
            VertxMDC.INSTANCE.put("customer", "bob", request);
            VertxMDC.INSTANCE.put(OpenTelemetryUtil.TRACE_ID, "written by somebody", request);
            look.run();
            seen.add(ofOuter == null ? Map.of() : Map.copyOf(ofOuter));
            spanIsCurrent.accept(outer, request);
            look.run();
            noSpanIsCurrent.accept(request);
            look.run();
        } finally {
            request.endDispatch(before);
        }
        return seen;
    }
}
