package dev.foundation.tracing.runtime.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoint;

/**
 * The one class that woven bytecode calls. Whatever happens in here, a traced method must behave as if it were not traced:
 * nothing throws.
 */
public final class Woven {

    private static volatile @Nullable SpanOpener opener;

    private Woven() {
    }

    /** @param installed what opens spans from now on, or null for none */
    public static void install(@Nullable SpanOpener installed) {
        opener = installed;
    }

    /**
     * Links a traced method's span point into its bytecode as a constant. Called by the JVM, once for each method.
     *
     * @param spanName the span's name, as the build found it
     */
    public static CallSite spanPoint(MethodHandles.Lookup lookup, String name, MethodType type, String spanName) {
        return new ConstantCallSite(MethodHandles.constant(Object.class, new SpanPoint(spanName)));
    }

    /**
     * @param point what {@link #spanPoint} made
     * @return what the method hands to {@link #exit} or {@link #fail}; null if this call has no span
     */
    public static @Nullable Object enter(Object point) {
        SpanOpener current = opener;
        return current == null ? null : current.open((SpanPoint) point);
    }

    /** The method returns. */
    public static void exit(@Nullable Object span) {
        if (span != null)
            ((ActiveSpan) span).close();
    }

    /** The method throws. */
    public static void fail(@Nullable Object span, Throwable thrown) {
        if (span != null)
            ((ActiveSpan) span).fail(thrown).close();
    }
}
