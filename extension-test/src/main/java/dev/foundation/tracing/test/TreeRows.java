package dev.foundation.tracing.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Brings a trace into lines, parents before children, events in place. Walks without recursion: a trace may be any depth. */
final class TreeRows {

    /** Deeper spans are not indented further: their depth is written instead. */
    static final int DEEPEST_INDENT = 12;

    private final Trace trace;
    private final Glyphs glyphs;
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Set<TraceSpan> placed = Collections.newSetFromMap(new IdentityHashMap<>());

    private TreeRows(Trace trace, Glyphs glyphs) {
        this.trace = trace;
        this.glyphs = glyphs;
    }

    static List<Row> of(Trace trace, Glyphs glyphs) {
        TreeRows tree = new TreeRows(trace, glyphs);
        tree.plantAll(trace.roots());
        tree.plantAll(trace.orphans());
        // What is left hangs on a circle of parents: cut it at its first span.
        tree.plantAll(trace.spans());
        return tree.rows;
    }

    private void plantAll(List<TraceSpan> spans) {
        for (TraceSpan span : spans) {
            if (placed.add(span))
                open.push(Place.of(span, 0));
            while (!open.isEmpty())
                show(open.pop());
        }
    }

    private void show(Place place) {
        List<Place> below = place.isSpan() ? below(place) : List.of();
        rows.add(new Row(place.branch(), place.indent() + trunk(below.isEmpty()), place.span(), place.event(), 0));
        indent(below, place.indent());
    }

    /** Last first, as a stack wants them. */
    private List<Place> below(Place parent) {
        List<Place> places = new ArrayList<>();
        for (TraceSpan child : trace.children(parent.span()))
            if (placed.add(child))
                places.add(Place.of(child, parent.depth() + 1));
        for (SpanEvent event : parent.span().events())
            places.add(Place.of(parent.span(), event, parent.depth() + 1));
        places.sort(Comparator.comparingLong(Place::epochNanos));
        Collections.reverse(places);
        return places;
    }

    private void indent(List<Place> lastFirst, String indent) {
        boolean last = true;
        for (Place place : lastFirst) {
            open.push(
                    place.isSpan() ? branch(place, indent, last) : place.drawn(indent + trunk(last) + glyphs.event(), indent));
            last &= !place.isSpan();
        }
    }

    private Place branch(Place place, String indent, boolean last) {
        if (place.depth() > DEEPEST_INDENT)
            return place.drawn(indent + glyphs.deep() + place.depth() + " ", indent);
        return place.drawn(indent + (last ? glyphs.corner() : glyphs.fork()), indent + trunk(last));
    }

    private String trunk(boolean last) {
        return last ? glyphs.gap() : glyphs.trunk();
    }
}
