package dev.foundation.tracing.tracestore.store;

import java.util.List;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanLink;

/**
 * Estimates how many bytes of heap something takes. The constants are the sizes of the objects on a 64-bit JVM with
 * compressed references, rounded up: the store promises a bound, so an estimate rather errs to the high side.
 */
final class Footprint {

    static final long TRACE = 700;
    private static final long SPAN = 280;
    private static final long EVENT = 64;
    private static final long LINK = 120;
    private static final long ATTRIBUTE = 48;
    // With its place in the set of its trace.
    private static final long ORIGIN = 80;
    private static final long LIST = 48;
    private static final long TEXT = 48;

    private Footprint() {
    }

    /** The span without its resource and scope, which it shares with others. */
    static long of(Span span) {
        long bytes = SPAN + of(span.name()) + of(span.traceState()) + of(span.status().message()) + of(span.attributes());
        for (SpanEvent event : span.events())
            bytes += EVENT + of(event.name()) + of(event.attributes());
        for (SpanLink link : span.links())
            bytes += LINK + of(link.traceState()) + of(link.attributes());
        return bytes;
    }

    /** Counted for every trace that holds it, though traces may share it: any of them may outlive the others. */
    static long of(Resource resource) {
        return ORIGIN + of(resource.attributes());
    }

    static long of(Scope scope) {
        return ORIGIN + of(scope.name()) + of(scope.version()) + of(scope.attributes());
    }

    private static long of(Attributes attributes) {
        long bytes = LIST;
        for (Attribute attribute : attributes.list())
            bytes += ATTRIBUTE + of(attribute.key()) + of(attribute.value());
        return bytes;
    }

    private static long of(AttributeValue value) {
        if (value instanceof AttributeValue.Text text)
            return of(text.value());
        if (value instanceof AttributeValue.Bytes bytes)
            return of(bytes.base64());
        if (value instanceof AttributeValue.Sequence sequence)
            return of(sequence.values());
        if (value instanceof AttributeValue.Mapping mapping)
            return of(mapping.entries());
        return 0;
    }

    private static long of(List<AttributeValue> values) {
        long bytes = LIST;
        for (AttributeValue value : values)
            bytes += ATTRIBUTE + of(value);
        return bytes;
    }

    private static long of(String text) {
        return text.isEmpty() ? 0 : TEXT + (isLatin1(text) ? text.length() : 2L * text.length());
    }

    // The JVM keeps a string in one byte per character if all of them are below 256.
    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF)
                return false;
        }
        return true;
    }
}
