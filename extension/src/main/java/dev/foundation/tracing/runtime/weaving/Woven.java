package dev.foundation.tracing.runtime.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.export.GrpcAnswer;
import dev.foundation.tracing.runtime.export.SpanExports;
import dev.foundation.tracing.runtime.logging.LogCorrelation;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.grpc.GrpcSender;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * The one class that woven bytecode calls. Whatever happens in here, a traced method must behave as if it were not traced:
 * nothing throws. Spans are objects to woven code, and null where a call has none.
 */
public final class Woven {

    private static volatile @Nullable SpanOpener opener;
    private static volatile @Nullable LogCorrelation logCorrelation;
    private static volatile @Nullable WovenGuards guards;
    private static volatile @Nullable SpanExports exports;
    private static volatile UnaryOperator<Map<String, ?>> caches = UnaryOperator.identity();

    private Woven() {
    }

    /** @param installed what opens spans from now on, or null for none */
    public static void install(@Nullable SpanOpener installed) {
        opener = installed;
    }

    /** @param installed what puts spans into the log context from now on, or null to have Quarkus do it */
    public static void install(@Nullable LogCorrelation installed) {
        logCorrelation = installed;
    }

    /** @param installed what watches the exporters that are made from now on, or null for nothing */
    public static void install(@Nullable SpanExports installed) {
        exports = installed;
    }

    /** @param traced puts a traced cache in the place of each one, which stands by its name */
    public static void installCaches(UnaryOperator<Map<String, ?>> traced) {
        caches = traced;
    }

    /**
     * At the start of the constructor of Quarkus's cache manager.
     *
     * @return the caches that it is to have
     */
    public static Map<String, ?> caches(Map<String, ?> made) {
        try {
            return caches.apply(made);
        } catch (RuntimeException e) {
            TracingFailures.report("caches are not traced", e);
            return made;
        }
    }

    /** @param installed what woven fault tolerance calls from now on */
    static void install(WovenGuards installed) {
        guards = installed;
    }

    static boolean tracesGuards() {
        return guards != null;
    }

    /** @return what opens spans now; null for none */
    public static @Nullable SpanOpener opener() {
        return opener;
    }

    /**
     * Links a traced method's span point into its bytecode as a constant. Called by the JVM, once for each method.
     *
     * @param lookup of the class that has the method
     * @param method the method's name
     * @param descriptor the method's
     * @param spanName the span's name, as the build found it
     * @param kind the name of a {@link SpanKind}
     * @param root 1 if the span begins a trace of its own, else 0
     * @param constants keys of attributes, each followed by its value
     */
    public static CallSite spanPoint(MethodHandles.Lookup lookup, String method, MethodType type, String descriptor,
            String spanName, String kind, int root, String... constants) {
        AttributesBuilder attributes = Attributes.builder();
        for (int i = 0; i < constants.length; i += 2)
            attributes.put(constants[i], constants[i + 1]);
        SpanOptions options = new SpanOptions(SpanKind.valueOf(kind), attributes.build(), List.of(), root == 1);
        return new ConstantCallSite(MethodHandles.constant(Object.class,
                new WovenPoint(SpanPoints.at(lookup.lookupClass().getName() + '.' + method, spanName, options),
                        new InterceptedMethod(lookup.lookupClass(), method, descriptor))));
    }

    /**
     * @param point what {@link #spanPoint} made
     * @return what the method hands to the others in here; null if this call has no span
     */
    public static @Nullable Object enter(Object point) {
        SpanOpener current = opener;
        return current == null ? null : current.open(((WovenPoint) point).span());
    }

    /**
     * For the body of a method that beans have interceptors around, ours outermost.
     *
     * @param target the instance; one that has no interceptors, as it was made by {@code new}, has its span here
     */
    public static @Nullable Object enterUnlessIntercepted(Object point, Object target) {
        return ((WovenPoint) point).isInterceptedOn(target) ? null : enter(point);
    }

    /** An attribute of that value; null is left out. */
    public static void attribute(@Nullable Object span, String key, @Nullable Object value) {
        if (span != null)
            ((ActiveSpan) span).setAttribute(key, value);
    }

    /** An attribute of that value. */
    public static void attribute(@Nullable Object span, String key, long value) {
        if (span != null)
            ((ActiveSpan) span).setAttribute(key, value);
    }

    /** An attribute of that value. */
    public static void attribute(@Nullable Object span, String key, double value) {
        if (span != null)
            ((ActiveSpan) span).setAttribute(key, value);
    }

    /** An attribute of that value. */
    public static void attribute(@Nullable Object span, String key, boolean value) {
        if (span != null)
            ((ActiveSpan) span).setAttribute(key, value);
    }

    /** A property that was to become an attribute could not be read: it is the application's code that threw. */
    public static void attributeFailed(Throwable thrown) {
        TracingFailures.report("a property could not be read for an attribute", thrown);
    }

    /** The method returns. */
    public static void exit(@Nullable Object span) {
        if (span != null)
            ((ActiveSpan) span).close();
    }

    /**
     * The method returns what may be there later.
     *
     * @param resultKey the attribute that holds the result, once it is there; null for none
     * @return what it returns instead, of the same type
     */
    public static @Nullable Object exit(@Nullable Object span, @Nullable Object result, @Nullable String resultKey) {
        if (span != null && result != null)
            return SpanOpener.endWith((ActiveSpan) span, result, resultKey);
        exit(span);
        return result;
    }

    /** The method throws. */
    public static void fail(@Nullable Object span, Throwable thrown) {
        if (span != null)
            ((ActiveSpan) span).fail(thrown).close();
    }

    /** The method returns, and somebody else ends its span. */
    static void leave(Object span) {
        ((OngoingSpan) span).leave();
    }

    /** See {@link WovenGuards#guarding}. */
    public static Object guarding(Object strategy, @Nullable Object place) {
        WovenGuards current = guards;
        return current == null ? strategy : current.guarding(strategy, place);
    }

    /** See {@link WovenGuards#guardingElsewhere}. */
    public static Object guardingElsewhere(Object strategy) {
        WovenGuards current = guards;
        return current == null ? strategy : current.guardingElsewhere(strategy);
    }

    /** See {@link WovenGuards#breakerIsHalfOpen}. */
    public static void breakerIsHalfOpen(Object context) {
        WovenGuards current = guards;
        if (current != null)
            current.breakerIsHalfOpen(context);
    }

    /**
     * At the start of what Quarkus does to the log context when a span becomes current.
     *
     * @return whether that has been done
     */
    public static boolean spanIsCurrent(@Nullable Context context, io.vertx.core.@Nullable Context vertxContext) {
        LogCorrelation current = logCorrelation;
        return current != null && current.spanIsCurrent(context, vertxContext);
    }

    /**
     * At the start of what Quarkus does to the log context when no span is current any more.
     *
     * @return whether that has been done
     */
    public static boolean noSpanIsCurrent(io.vertx.core.@Nullable Context vertxContext) {
        LogCorrelation current = logCorrelation;
        return current != null && current.noSpanIsCurrent(vertxContext);
    }

    /** In the place of {@code BatchSpanProcessor.builder}, where exporters are configured. */
    public static BatchSpanProcessorBuilder batching(SpanExporter exporter) {
        SpanExports current = exports;
        try {
            return current == null ? BatchSpanProcessor.builder(exporter) : current.batching(exporter);
        } catch (RuntimeException e) {
            TracingFailures.report("exports are not watched", e);
            return BatchSpanProcessor.builder(exporter);
        }
    }

    /** In the place of {@code SimpleSpanProcessor.builder}, where exporters are configured. */
    public static SimpleSpanProcessorBuilder exportingAtOnce(SpanExporter exporter) {
        SpanExports current = exports;
        try {
            return current == null ? SimpleSpanProcessor.builder(exporter) : current.exportingAtOnce(exporter);
        } catch (RuntimeException e) {
            TracingFailures.report("exports are not watched", e);
            return SimpleSpanProcessor.builder(exporter);
        }
    }

    /** In the place of {@code SimpleSpanProcessor.create}, where exporters are configured. */
    public static SpanProcessor exportedAtOnce(SpanExporter exporter) {
        return exportingAtOnce(exporter).build();
    }

    /** What Quarkus gives spans to that have ended. */
    public static SpanProcessor counted(SpanProcessor processor) {
        SpanExports current = exports;
        return current == null ? processor : current.counted(processor);
    }

    /** What Quarkus sends spans with by gRPC. */
    public static GrpcSender<?> sender(GrpcSender<?> sender) {
        SpanExports current = exports;
        try {
            return current == null ? sender : current.onEventLoop(sender);
        } catch (RuntimeException e) {
            TracingFailures.report("exports by gRPC are left as they are", e);
            return sender;
        }
    }

    /** See {@link GrpcAnswer#text}. */
    public static String grpcAnswer(@Nullable String message, @Nullable Object status) {
        return GrpcAnswer.text(status, message);
    }
}
