package dev.foundation.tracing.tracestore.ingest;

import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.tracestore.model.DroppedCounts;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.store.Counters;
import dev.foundation.tracing.tracestore.store.Shortening;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Status;

/** One span with its events and links. */
final class SpanDecoder {

    private static final int POOLED_NAMES = 4096;

    private final Counters counters;
    private final TextDecoder texts;
    private final AttributesDecoder attributes;
    private final Pool<String> names = new Pool<>(POOLED_NAMES);

    SpanDecoder(Counters counters, TextDecoder texts, AttributesDecoder attributes) {
        this.counters = counters;
        this.texts = texts;
        this.attributes = attributes;
    }

    Span decode(io.opentelemetry.proto.trace.v1.Span sent, Resource resource, Scope scope) throws MalformedRequestException {
        List<SpanEvent> events = events(sent.getEventsList());
        List<SpanLink> links = links(sent.getLinksList());
        return new Span(IdDecoder.traceId(sent.getTraceId()), IdDecoder.spanId(sent.getSpanId()),
                IdDecoder.parentId(sent.getParentSpanId()), texts.decode(sent.getTraceState()), name(sent.getName()),
                kind(sent.getKind()), epochNanos(sent.getStartTimeUnixNano()), epochNanos(sent.getEndTimeUnixNano()),
                attributes.decode(sent.getAttributesList()), events, links, dropped(sent, events, links),
                status(sent.getStatus()), resource, scope);
    }

    private static DroppedCounts dropped(io.opentelemetry.proto.trace.v1.Span sent, List<SpanEvent> events,
            List<SpanLink> links) {
        int droppedAttributes = AttributesDecoder.dropped(sent.getAttributesList(), sent.getDroppedAttributesCount());
        int droppedEvents = DroppedTotal.of(sent.getDroppedEventsCount(), sent.getEventsCount() - events.size());
        int droppedLinks = DroppedTotal.of(sent.getDroppedLinksCount(), sent.getLinksCount() - links.size());
        if (droppedAttributes == 0 && droppedEvents == 0 && droppedLinks == 0)
            return DroppedCounts.NONE;
        return new DroppedCounts(droppedAttributes, droppedEvents, droppedLinks);
    }

    private List<SpanEvent> events(List<Event> sent) {
        int size = Math.min(sent.size(), OtlpLimits.EVENTS_PER_SPAN);
        counters.shortened(Shortening.EVENTS_DROPPED, sent.size() - size);
        List<SpanEvent> events = new ArrayList<>(size);
        for (Event event : sent.subList(0, size))
            events.add(new SpanEvent(name(event.getName()), epochNanos(event.getTimeUnixNano()),
                    attributes.decode(event.getAttributesList()),
                    AttributesDecoder.dropped(event.getAttributesList(), event.getDroppedAttributesCount())));
        return events;
    }

    private List<SpanLink> links(List<Link> sent) throws MalformedRequestException {
        List<SpanLink> links = new ArrayList<>(Math.min(sent.size(), OtlpLimits.LINKS_PER_SPAN));
        for (Link link : sent) {
            if (links.size() < OtlpLimits.LINKS_PER_SPAN && !isToNothing(link))
                links.add(link(link));
        }
        counters.shortened(Shortening.LINKS_DROPPED, sent.size() - links.size());
        return links;
    }

    private SpanLink link(Link sent) throws MalformedRequestException {
        return new SpanLink(IdDecoder.traceId(sent.getTraceId()), IdDecoder.spanId(sent.getSpanId()),
                texts.decode(sent.getTraceState()), attributes.decode(sent.getAttributesList()),
                AttributesDecoder.dropped(sent.getAttributesList(), sent.getDroppedAttributesCount()));
    }

    // Tracers link to a context they were given; an invalid one is theirs to leave out, and no reason to refuse the span.
    private static boolean isToNothing(Link sent) {
        return IdDecoder.isZero(sent.getTraceId()) || IdDecoder.isZero(sent.getSpanId());
    }

    private String name(String sent) {
        return names.same(texts.decode(sent));
    }

    private SpanStatus status(Status sent) {
        SpanStatus.Code code = switch (sent.getCode()) {
            case STATUS_CODE_OK -> SpanStatus.Code.OK;
            case STATUS_CODE_ERROR -> SpanStatus.Code.ERROR;
            case STATUS_CODE_UNSET, UNRECOGNIZED -> SpanStatus.Code.UNSET;
        };
        if (code == SpanStatus.Code.UNSET && sent.getMessage().isEmpty())
            return SpanStatus.UNSET;
        return new SpanStatus(code, texts.decode(sent.getMessage()));
    }

    private static SpanKind kind(io.opentelemetry.proto.trace.v1.Span.SpanKind sent) {
        return switch (sent) {
            case SPAN_KIND_INTERNAL -> SpanKind.INTERNAL;
            case SPAN_KIND_SERVER -> SpanKind.SERVER;
            case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
            case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
            case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
            case SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> SpanKind.UNSPECIFIED;
        };
    }

    // Unsigned in OTLP. A time after the year 2262 is nonsense, but no reason to refuse the span.
    private static long epochNanos(long sent) {
        return sent < 0 ? Long.MAX_VALUE : sent;
    }
}
