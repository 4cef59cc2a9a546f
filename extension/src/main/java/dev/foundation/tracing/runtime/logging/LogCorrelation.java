package dev.foundation.tracing.runtime.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.vertx.core.Vertx;

/**
 * Puts the ids of the current span into the log context of a request, as Quarkus does whenever a span becomes current and again
 * when it ends, but computes them when a line is logged. Everything that can be seen of it is as Quarkus has it, so that it
 * serves its spans as well as ours. Safe from any thread; never throws.
 */
public final class LogCorrelation {

    /** Under which Quarkus keeps the log context of a request. */
    private static final String LOG_CONTEXT = VertxMDC.class.getName();

    private static final Logger QUARKUS_LOG = Logger.getLogger(OpenTelemetryUtil.class);

    /**
     * @param vertxContext of the request; null outside of requests
     * @return false to have Quarkus do it
     */
    public boolean spanIsCurrent(@Nullable Context context, io.vertx.core.@Nullable Context vertxContext) {
        return !QUARKUS_LOG.isDebugEnabled() && putSpan(context, vertxContext);
    }

    boolean putSpan(@Nullable Context context, io.vertx.core.@Nullable Context vertxContext) {
        if (context == null || vertxContext == null)
            return false;
        try {
            Span span = Span.fromContextOrNull(context);
            if (span != null)
                // Always a new map: a context that was copied from this one has the old one, and goes on with it.
                vertxContext.putLocal(LOG_CONTEXT,
                        new LazyLogContext(span.getSpanContext(), parentId(span), carriedOver(vertxContext)));
            return true;
        } catch (Throwable e) {
            TracingFailures.report("a span was not put into the log context lazily", e);
            return false;
        }
    }

    private static @Nullable String parentId(Span span) {
        if (!(span instanceof ReadableSpan readable))
            return null;
        SpanContext parent = readable.getParentSpanContext();
        return parent != null && parent.isValid() ? parent.getSpanId() : null;
    }

    private static @Nullable Map<String, Object> carriedOver(io.vertx.core.Context vertxContext) {
        ConcurrentMap<String, Object> there = logContext(vertxContext);
        if (there == null || there.isEmpty())
            return null;
        // Quarkus carries over what is in the log context here, which is another one if this is not that request's thread.
        if (Vertx.currentContext() != vertxContext)
            return LazyLogContext.withoutSpan(VertxMDC.INSTANCE.getEntrySet());
        VertxContextSafetyToggle.setContextSafe(vertxContext, true); // as reading the log context does
        return LazyLogContext.othersEntries(there);
    }

    static @Nullable ConcurrentMap<String, Object> logContext(io.vertx.core.Context vertxContext) {
        return vertxContext.getLocal(LOG_CONTEXT);
    }

    /**
     * @param vertxContext of the request; null outside of requests
     * @return false to have Quarkus do it
     */
    public boolean noSpanIsCurrent(io.vertx.core.@Nullable Context vertxContext) {
        return !QUARKUS_LOG.isDebugEnabled() && removeSpan(vertxContext);
    }

    boolean removeSpan(io.vertx.core.@Nullable Context vertxContext) {
        if (vertxContext == null)
            return false;
        try {
            if (!(logContext(vertxContext) instanceof LazyLogContext lazy))
                return false;
            lazy.forgetSpan();
            return true;
        } catch (Throwable e) {
            TracingFailures.report("a span was not removed from the log context", e);
            return false;
        }
    }
}
