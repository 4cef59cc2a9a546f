package dev.foundation.tracing.tracestore.traceql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.DroppedCounts;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;

/** A trace to ask about: each span is named, and everything else has a default. */
final class TraceFixture {

    static final long START = 1_000_000_000_000L;

    private static final TraceId ID = new TraceId(0, 0xabc);
    private static final long MILLI = 1_000_000;

    private final List<Span> spans = new ArrayList<>();

    static TraceFixture aTrace() {
        return new TraceFixture();
    }

    /** @param parent 0 for a root */
    TraceFixture span(long id, long parent, String name, Attribute... attributes) {
        return span(id, parent, name, SpanKind.INTERNAL, 10, List.of(), List.of(), attributes);
    }

    TraceFixture lasting(long id, long parent, String name, long millis, Attribute... attributes) {
        return span(id, parent, name, SpanKind.INTERNAL, millis, List.of(), List.of(), attributes);
    }

    TraceFixture withEvents(long id, String name, SpanEvent... events) {
        return span(id, 0, name, SpanKind.INTERNAL, 10, List.of(events), List.of());
    }

    TraceFixture withLink(long id, String name, SpanLink link) {
        return span(id, 0, name, SpanKind.INTERNAL, 10, List.of(), List.of(link));
    }

    TraceFixture span(long id, long parent, String name, SpanKind kind, long millis, List<SpanEvent> events,
            List<SpanLink> links, Attribute... attributes) {
        long start = START + spans.size() * MILLI;
        Resource resource = new Resource(new Attributes(List.of(text("service.name", "shop"))), 0);
        spans.add(new Span(ID, new SpanId(id), parent == 0 ? null : new SpanId(parent), "", name, kind, start,
                start + millis * MILLI, new Attributes(List.of(attributes)), events, links, DroppedCounts.NONE,
                SpanStatus.UNSET,
                resource, new Scope("", "", Attributes.NONE, 0)));
        return this;
    }

    Trace trace() {
        return Trace.of(ID, spans);
    }

    /** The names of the spans that a query finds, set by set. */
    List<String> found(String query) {
        return TraceQl.parse(query).evaluate(trace(), Deadline.usual()).stream()
                .flatMap(set -> set.spans().stream().map(view -> view.span().name())).toList();
    }

    static Attribute text(String key, String value) {
        return new Attribute(key, new AttributeValue.Text(value));
    }

    static Attribute whole(String key, long value) {
        return new Attribute(key, new AttributeValue.Whole(value));
    }

    static Attribute real(String key, double value) {
        return new Attribute(key, new AttributeValue.Real(value));
    }

    static Attribute flag(String key, boolean value) {
        return new Attribute(key, new AttributeValue.Flag(value));
    }

    static Attribute texts(String key, String... values) {
        return new Attribute(key, new AttributeValue.Sequence(
                Stream.of(values).<AttributeValue> map(AttributeValue.Text::new).toList()));
    }

    static SpanEvent event(String name, Attribute... attributes) {
        return new SpanEvent(name, START + 5 * MILLI, new Attributes(List.of(attributes)), 0);
    }
}
