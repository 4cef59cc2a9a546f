package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.SpanOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Starts spans as children of what is current, and makes them current. Safe from any thread; never throws. */
public final class SpanOpener {

    /** Tells the second, third… subscription to one result from the first, which has none. */
    private static final String SUBSCRIPTION = "subscription";

    private final Tracer tracer;
    private final boolean samplerFollowsParent;
    private final Failures failures;
    private final AsyncResults asyncResults = new AsyncResults(this);

    /** @param samplerFollowsParent whether the sampler is sure to drop every span below a parent that is not sampled */
    public SpanOpener(Tracer tracer, boolean samplerFollowsParent, Failures failures) {
        this.tracer = tracer;
        this.samplerFollowsParent = samplerFollowsParent;
        this.failures = failures;
    }

    /** @return the open span, or null where none is to be made */
    public @Nullable OngoingSpan open(SpanPoint point) {
        return open(point, point.options());
    }

    /** @return the open span, or null where none is to be made */
    public @Nullable OngoingSpan open(String name) {
        try {
            SpanPoint point = SpanPoints.named(name);
            Context before = current();
            return isDropped(point, before) ? null : start(tracer.spanBuilder(name).setParent(before), before);
        } catch (Throwable e) {
            TracingFailures.report("span '" + name + "' was not started", e);
            return null;
        }
    }

    @Nullable
    OpenSpan open(String name, SpanOptions options) {
        return open(SpanPoints.named(name), options);
    }

    private @Nullable OpenSpan open(SpanPoint point, SpanOptions options) {
        try {
            Context before = current();
            if (options.root() ? !point.isOn() : isDropped(point, before))
                return null;
            SpanBuilder builder = tracer.spanBuilder(point.name()).setSpanKind(options.kind());
            for (SpanOptions.Link link : options.links())
                builder.addLink(link.span(), link.attributes());
            OpenSpan span = start(options.root() ? builder.setNoParent() : builder.setParent(before), before);
            span.setAttributes(options.attributes());
            return span;
        } catch (Throwable e) {
            TracingFailures.report("span '" + point.name() + "' was not started", e);
            return null;
        }
    }

    /** @return whether a span would be made here and now; a reason to prepare for one */
    public boolean wouldOpen() {
        return !isDropped(current());
    }

    /** Makes a span current that was started elsewhere. */
    public OngoingSpan enter(Span started) {
        return new OpenSpan(started, current(), this).enter();
    }

    /** @return what is current, without spans that another thread has ended while they were current on this one */
    static Context current() {
        Context current = Context.current();
        while (current instanceof OpenSpan open && open.isLeftBehind()) {
            open.leave();
            current = Context.current();
        }
        return current instanceof LaterContext later ? later.inside() : current;
    }

    /** @return whether every span that is opened here and now would be dropped */
    public boolean makesNoneHere() {
        return isDropped(current());
    }

    /** @return the current span as one to work with, if somebody else made it and it is recorded; else null */
    public @Nullable OngoingSpan currentOfOthers() {
        Context current = current();
        Span span = Span.fromContext(current);
        return current instanceof OpenSpan || !span.isRecording() ? null : new OthersSpan(span, current, failures);
    }

    static Scope resumed(Context context) {
        try {
            return ContextsOnly.continued(context);
        } catch (RuntimeException e) {
            TracingFailures.report("a span was not made current once more", e);
            return Scope.noop();
        }
    }

    private boolean isDropped(SpanPoint point, Context parentContext) {
        return !point.isOn() || isDropped(parentContext);
    }

    private boolean isDropped(Context parentContext) {
        Span parent = Span.fromContext(parentContext);
        SpanContext context = parent.getSpanContext();
        return samplerFollowsParent && context.isValid() && !context.isSampled() && !parent.isRecording();
    }

    // Attributes come after the start, where they cost nothing if the span is not recorded; no sampler of ours reads them.
    private OpenSpan start(SpanBuilder builder, Context before) {
        return new OpenSpan(builder.startSpan(), before, this).enter();
    }

    /**
     * Whoever subscribes once more does the work once more: in the trace that asks for it now, or beside the first, or below it
     * if that is a root. Work inside hangs on it from now on.
     *
     * @return a span of its own, which is not made current; the first if there can be none
     */
    OpenSpan startAgain(OpenSpan first, ReadableSpan readable, int number) {
        try {
            Context context = Context.root().with(Span.wrap(parentOfAnother(readable)));
            Span span = tracer.spanBuilder(readable.getName()).setParent(context).setSpanKind(readable.getKind())
                    .addLink(readable.getSpanContext()).setAttribute(SUBSCRIPTION, number).startSpan();
            OpenSpan again = new OpenSpan(span, context, this);
            first.isDoneAgainBy(again);
            return again;
        } catch (Throwable e) {
            TracingFailures.report("a further subscription has no span", e);
            return first;
        }
    }

    private static SpanContext parentOfAnother(ReadableSpan first) {
        SpanContext asking = Span.current().getSpanContext();
        if (asking.isValid() && !asking.getTraceId().equals(first.getSpanContext().getTraceId()))
            return asking;
        return first.getParentSpanContext().isValid() ? first.getParentSpanContext() : first.getSpanContext();
    }

    /** As {@link ActiveSpan#endWith}, with the result as attribute once it is there; a null key for none. */
    public static Object endWith(ActiveSpan span, Object result, @Nullable String resultKey) {
        return span instanceof OpenSpan ours ? ours.endWith(result, resultKey) : span.endWith(result);
    }

    Failures failures() {
        return failures;
    }

    AsyncResults asyncResults() {
        return asyncResults;
    }
}
