package dev.foundation.tracing.tracestore.traceql;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Operator;
import dev.foundation.tracing.tracestore.traceql.field.ValueType;
import dev.foundation.tracing.tracestore.traceql.pipeline.Aggregate;
import dev.foundation.tracing.tracestore.traceql.pipeline.AggregateFilter;
import dev.foundation.tracing.tracestore.traceql.pipeline.Stage;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads {@code count() > 2} and the like. */
final class AggregateParser {

    private AggregateParser() {
    }

    /** @return null if the next stage is none */
    static @Nullable Stage filter(Tokens tokens, FieldParser fields) {
        Aggregate.Kind kind = kind(tokens.peek());
        if (kind == null)
            return null;
        Aggregate aggregate = aggregate(kind, tokens, fields);
        return new AggregateFilter(aggregate, comparison(tokens), fields.constant().value());
    }

    /** A comparison by order or equality, or a refusal. */
    static Operator comparison(Tokens tokens) {
        Operator operator = comparisonAhead(tokens);
        if (operator == null)
            throw tokens.unexpected();
        tokens.next();
        return operator;
    }

    /** @return null if there is none */
    static @Nullable Operator comparisonAhead(Tokens tokens) {
        Operator operator = tokens.peek().is(TokenType.SIGN) ? Operator.of(tokens.peek().text()) : null;
        boolean compares = operator != null && operator.isComparison() && !operator.isRegex();
        return compares ? operator : null;
    }

    private static Aggregate.@Nullable Kind kind(Token token) {
        return Arrays.stream(Aggregate.Kind.values()).filter(kind -> token.isWord(kind.label())).findFirst().orElse(null);
    }

    private static Aggregate aggregate(Aggregate.Kind kind, Tokens tokens, FieldParser fields) {
        Token at = tokens.next();
        tokens.expect("(");
        FieldExpression of = kind == Aggregate.Kind.COUNT ? null : fields.expression();
        if (!tokens.accept(")"))
            throw tokens.unexpected(of == null ? new String[] { ")" } : new String[0]);
        Aggregate aggregate = new Aggregate(kind, of);
        if (of != null && of.type() != ValueType.UNKNOWN && !of.type().isNumeric())
            throw new TraceQlException("aggregate field expressions must resolve to a number type: " + aggregate, at);
        if (of != null && !of.usesSpan())
            throw new TraceQlException("aggregate field expressions must reference the span: " + aggregate, at);
        return aggregate;
    }
}
