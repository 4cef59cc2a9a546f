package dev.foundation.tracing.tracestore.traceql.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanLink;

/** Where a field is. */
public enum Scope {
    /** On the span, or else on its resource. */
    ANY,
    SPAN,
    RESOURCE,
    EVENT,
    LINK,
    INSTRUMENTATION,
    /** Not an attribute, but what every span has. */
    INTRINSIC;

    /** Those that have attributes. */
    public static final List<Scope> WITH_ATTRIBUTES = List.of(SPAN, RESOURCE, EVENT, LINK, INSTRUMENTATION);

    /** @return null if no scope with attributes has that name */
    public static @Nullable Scope of(String name) {
        return Arrays.stream(values()).filter(scope -> scope.label().equals(name) && WITH_ATTRIBUTES.contains(scope))
                .findFirst().orElse(null);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null if there is no event, or no link */
    @Nullable
    Attributes attributes(SpanView span) {
        SpanEvent event = span.event();
        SpanLink link = span.link();
        return switch (this) {
            case SPAN -> span.span().attributes();
            case RESOURCE -> span.span().resource().attributes();
            case EVENT -> event == null ? null : event.attributes();
            case LINK -> link == null ? null : link.attributes();
            case INSTRUMENTATION -> span.span().scope().attributes();
            case ANY, INTRINSIC -> null;
        };
    }
}
