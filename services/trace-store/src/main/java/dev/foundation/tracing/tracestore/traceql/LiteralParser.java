package dev.foundation.tracing.tracestore.traceql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.field.Values;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;

/** Reads values that stand in the query. */
final class LiteralParser {

    private static final Map<String, Value> WORDS = words();

    private LiteralParser() {
    }

    private static Map<String, Value> words() {
        Map<String, Value> words = new HashMap<>();
        words.put("true", Values.of(true));
        words.put("false", Values.of(false));
        words.put("minInt", new Value.Whole(Long.MIN_VALUE));
        words.put("maxInt", new Value.Whole(Long.MAX_VALUE));
        for (SpanStatus.Code code : SpanStatus.Code.values())
            words.put(code.name().toLowerCase(Locale.ROOT), new Value.Status(code));
        for (SpanKind kind : SpanKind.values())
            words.put(kind.name().toLowerCase(Locale.ROOT), new Value.Kind(kind));
        return Map.copyOf(words);
    }

    /** @return null if the next token is none */
    static @Nullable Literal literal(Tokens tokens) {
        Value value = value(tokens.peek());
        if (value == null)
            return null;
        tokens.next();
        return new Literal(value);
    }

    private static @Nullable Value value(Token token) {
        return switch (token.type()) {
            case STRING -> new Value.Text(token.text());
            case INTEGER -> new Value.Whole(token.whole());
            case FLOAT -> new Value.Real(token.real());
            case DURATION -> new Value.Duration(token.whole());
            case WORD -> WORDS.get(token.text());
            default -> null;
        };
    }
}
