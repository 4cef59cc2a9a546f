package dev.foundation.tracing.runtime.span;

import java.time.Duration;

import dev.foundation.tracing.control.ObservedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** An open span that listeners are told of. There is none where there are no listeners. */
final class ListenedSpan extends OpenSpan {

    private final SpanListeners listeners;
    private final ReadableSpan recorded;
    private final ObservedSpan observed;
    private final Span told;
    private final EventSink events;

    ListenedSpan(ReadableSpan recorded, Span span, Context before, SpanOpener owner, SpanPoint point,
            SpanListeners listeners) {
        super(span, before, owner, point);
        this.listeners = listeners;
        this.recorded = recorded;
        this.observed = observed(point, recorded);
        this.told = new ToldSpan(span, observed, listeners);
        this.events = new ToldEvents(owner.events(), observed, listeners);
    }

    static ObservedSpan observed(SpanPoint point, ReadableSpan span) {
        return new ObservedSpan(point.name(), point.place(), span.getSpanContext(), span.getParentSpanContext());
    }

    @Override
    Span writer() {
        return told;
    }

    @Override
    EventSink events() {
        return events;
    }

    @Override
    void begins() {
        super.begins();
        listeners.tell(listener -> listener.onStart(observed));
        for (LinkData link : recorded.toSpanData().getLinks())
            listeners.tell(listener -> listener.onLink(observed, link.getSpanContext(), link.getAttributes()));
    }

    @Override
    void countEnd(SpanPoint at) {
        super.countEnd(at);
        tellEnd(listeners, observed, recorded.toSpanData());
    }

    static void tellEnd(SpanListeners listeners, ObservedSpan observed, SpanData ended) {
        Duration duration = Duration.ofNanos(ended.getEndEpochNanos() - ended.getStartEpochNanos());
        listeners.tell(listener -> listener.onEnd(observed, duration, ended.getStatus().getStatusCode()));
    }

    /** Tells of a span that was made when its work was over. */
    static void tellAtOnce(SpanListeners listeners, ObservedSpan observed, SpanData ended) {
        listeners.tell(listener -> listener.onStart(observed));
        Attributes attributes = ended.getAttributes();
        if (!attributes.isEmpty())
            listeners.tell(listener -> listener.onAttributes(observed, attributes));
        ended.getLinks().forEach(link -> listeners
                .tell(listener -> listener.onLink(observed, link.getSpanContext(), link.getAttributes())));
        ended.getEvents().forEach(event -> listeners
                .tell(listener -> listener.onEvent(observed, event.getName(), event.getAttributes())));
        tellEnd(listeners, observed, ended);
    }
}
