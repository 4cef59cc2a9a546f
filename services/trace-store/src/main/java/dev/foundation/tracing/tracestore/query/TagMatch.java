package dev.foundation.tracing.tracestore.query;

import java.util.Locale;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;

/**
 * Whether a tag is found in a trace. As in Tempo, names of spans and services match in part; every other attribute, of a
 * span or its resource, matches as a whole, compared as text.
 */
final class TagMatch {

    private TagMatch() {
    }

    static boolean in(Trace trace, String key, String value) {
        return switch (key) {
            case "root.service.name" -> isRoot(trace, root -> root.resource().serviceName().contains(value));
            case "root.name" -> isRoot(trace, root -> root.name().contains(value));
            case "service.name" -> trace.services().keySet().stream().anyMatch(name -> name.contains(value));
            case "name" -> trace.spans().stream().anyMatch(span -> span.name().contains(value));
            case "status", "status.code" -> trace.spans().stream().anyMatch(span -> statusName(span).equals(value));
            default -> trace.spans().stream().anyMatch(span -> has(span.attributes(), key, value)
                    || has(span.resource().attributes(), key, value));
        };
    }

    private static boolean isRoot(Trace trace, Predicate<Span> wanted) {
        Span root = trace.root();
        return root != null && wanted.test(root);
    }

    private static String statusName(Span span) {
        return span.status().code().name().toLowerCase(Locale.ROOT);
    }

    private static boolean has(Attributes attributes, String key, String value) {
        for (Attribute attribute : attributes.list()) {
            if (attribute.key().equals(key) && attribute.value().asText().equals(value))
                return true;
        }
        return false;
    }
}
