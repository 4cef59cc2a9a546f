package dev.foundation.tracing.tracestore.traceql.field;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.traceql.token.Names;

/** An attribute of a span, or of what belongs to it. */
public record AttributeField(Scope scope, String name) implements Field {

    private static final List<Scope> UNSCOPED = List.of(Scope.SPAN, Scope.RESOURCE);

    @Override
    public Value evaluate(SpanView span) {
        AttributeValue found = find(span);
        return found == null ? Values.NIL : Values.of(found);
    }

    /** Whether it is missing, of whatever type; without a scope, from the span or from its resource. */
    boolean isAbsent(SpanView span) {
        List<Scope> places = scope == Scope.ANY ? UNSCOPED : List.of(scope);
        return places.stream().anyMatch(place -> place.attributes(span) != null && find(place, span) == null);
    }

    private @Nullable AttributeValue find(SpanView span) {
        if (scope != Scope.ANY)
            return find(scope, span);
        for (Scope each : UNSCOPED) {
            AttributeValue found = find(each, span);
            if (found != null)
                return found;
        }
        return null;
    }

    private @Nullable AttributeValue find(Scope where, SpanView span) {
        Attributes attributes = where.attributes(span);
        return attributes == null ? null : attributes.find(name);
    }

    @Override
    public ValueType type() {
        return ValueType.UNKNOWN;
    }

    @Override
    public String toString() {
        String quoted = needsQuotes() ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : name;
        return (scope == Scope.ANY ? "" : scope.label()) + "." + quoted;
    }

    private boolean needsQuotes() {
        return name.indexOf('"') >= 0 || !name.chars().allMatch(Names::isPart);
    }
}
