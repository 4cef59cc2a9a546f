package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** Writes a trace as a tree that it strictly matches; what is another at every run is left out, or a star. Used once. */
final class TreeText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final SpanTree tree;

    private TreeText(Trace trace) {
        tree = new SpanTree(trace);
    }

    static String of(Trace trace) {
        return new TreeText(trace).write();
    }

    private String write() {
        Deque<Place> open = new ArrayDeque<>();
        push(open, tree.tops(), null, "");
        while (!open.isEmpty()) {
            Place place = open.pop();
            write(place);
            push(open, tree.children(place.span()), place.span(), place.indent() + INDENT);
        }
        return text.toString();
    }

    /** The first is to be popped first. Of spans that started at once, the name decides, so that each run writes the same. */
    private static void push(Deque<Place> open, List<TraceSpan> spans, @Nullable TraceSpan parent, String indent) {
        List<TraceSpan> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingLong(TraceSpan::startEpochNanos).thenComparing(TraceSpan::name));
        Collections.reverse(ordered);
        ordered.forEach(span -> open.push(new Place(span, parent, indent)));
    }

    private void write(Place place) {
        TraceSpan span = place.span();
        line(place.indent(), (span.isError() ? SpanPattern.FAILED : "") + name(span.name()) + service(place) + kind(span));
        attributes(place.indent() + INDENT, span.attributes());
        span.events().forEach(event -> {
            line(place.indent() + INDENT, "◇ " + name(event.name()));
            attributes(place.indent() + INDENT + INDENT, event.attributes());
        });
        span.links().forEach(link -> line(place.indent() + INDENT, "→ *"));
    }

    // Quotes would take the star as it stands.
    private static String name(String name) {
        String starred = Volatile.starred(name);
        boolean canBeStarred = Volatile.isIn(name) && !name.contains("*")
                && SpanPattern.quotedIfNeeded(starred.replace('*', 'x')).equals(starred.replace('*', 'x'));
        return canBeStarred ? starred : SpanPattern.quotedIfNeeded(name);
    }

    private static String service(Place place) {
        TraceSpan parent = place.parent();
        String service = place.span().service();
        return parent != null && parent.service().equals(service) ? "" : " [" + service.replaceAll("[\\[\\]\\s]", "*") + "]";
    }

    private static String kind(TraceSpan span) {
        return span.kind() == SpanKind.INTERNAL ? "" : " " + span.kind();
    }

    private void attributes(String indent, Map<String, Object> attributes) {
        new TreeMap<>(attributes).forEach((key, value) -> line(indent,
                AttributeLine.write(key, Volatile.isKey(key) ? JsonValue.ANY : JsonValue.text(Volatile.starred(value)))));
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }

    private record Place(TraceSpan span, @Nullable TraceSpan parent, String indent) {
    }
}
