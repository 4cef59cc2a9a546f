package dev.foundation.tracing.tracestore.traceql.field;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;

/** An attribute of a span, or of what belongs to it. */
public record AttributeField(Scope scope, String name) implements Field {

    @Override
    public Value evaluate(SpanView span) {
        AttributeValue found = find(span);
        return found == null ? Values.NIL : Values.of(found);
    }

    /** Whether it is there, of whatever type. */
    boolean isPresent(SpanView span) {
        return find(span) != null;
    }

    private @Nullable AttributeValue find(SpanView span) {
        if (scope != Scope.ANY)
            return find(scope, span);
        for (Scope each : Scope.WITH_ATTRIBUTES) {
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
        return name.chars().anyMatch(c -> Character.isWhitespace(c) || "{}()=~!<>&|^,\"".indexOf(c) >= 0);
    }
}
