package dev.foundation.tracing.tracestore.traceql;

import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.ValueType;
import dev.foundation.tracing.tracestore.traceql.metrics.RangeFunction;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;
import dev.foundation.tracing.tracestore.traceql.pipeline.Relation;
import dev.foundation.tracing.tracestore.traceql.pipeline.SetOperation;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanFilter;
import dev.foundation.tracing.tracestore.traceql.pipeline.Stage;
import dev.foundation.tracing.tracestore.traceql.pipeline.Structure;
import dev.foundation.tracing.tracestore.traceql.pipeline.Structure.Mode;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads sets of spans and how they relate: {@code { … } >> { … } && { … }}. */
final class SpanSetParser {

    private static final Map<String, Relation> RELATIONS = Map.of(">", Relation.CHILD, "<", Relation.PARENT, ">>",
            Relation.DESCENDANT, "<<", Relation.ANCESTOR, "~", Relation.SIBLING);

    private final Tokens tokens;
    private final FieldParser fields;
    private final QueryParser pipelines;

    SpanSetParser(Tokens tokens, FieldParser fields, QueryParser pipelines) {
        this.tokens = tokens;
        this.fields = fields;
        this.pipelines = pipelines;
    }

    Stage expression() {
        Stage left = structure();
        while (tokens.peek().isSign("&&") || tokens.peek().isSign("||"))
            left = new SetOperation(tokens.next().isSign("&&"), left, structure());
        return left;
    }

    private Stage structure() {
        Stage left = set();
        while (isRelationAhead()) {
            Token at = tokens.next();
            left = new Structure(relation(at), mode(at), left, set(), at);
        }
        return left;
    }

    private boolean isRelationAhead() {
        Token token = tokens.peek();
        return token.is(TokenType.SIGN) && RELATIONS.containsKey(bare(token));
    }

    private static Relation relation(Token token) {
        Relation relation = RELATIONS.get(bare(token));
        if (relation == null)
            throw new IllegalStateException(token.text() + " is no relation");
        return relation;
    }

    private static Mode mode(Token token) {
        return switch (token.text().charAt(0)) {
            case '!' -> Mode.NOT;
            case '&' -> Mode.BOTH;
            default -> Mode.RIGHT;
        };
    }

    private static String bare(Token token) {
        String sign = token.text();
        return sign.startsWith("!") || sign.startsWith("&") ? sign.substring(1) : sign;
    }

    private Stage set() {
        if (tokens.accept("("))
            return parenthesized();
        Token at = tokens.peek();
        tokens.expect("{");
        if (tokens.accept("}"))
            return new SpanFilter(Literal.TRUE);
        FieldExpression expression = fields.expression();
        if (!tokens.accept("}"))
            throw tokens.unexpected();
        if (expression.type() != ValueType.BOOLEAN && expression.type() != ValueType.UNKNOWN)
            throw new TraceQlException("span filter field expressions must resolve to a boolean: { " + expression + " }", at);
        return new SpanFilter(expression);
    }

    private Stage parenthesized() {
        tokens.enter();
        Pipeline inner = pipelines.pipeline();
        if (RangeFunction.of(tokens.peek().text()) != null)
            throw new TraceQlException("functions over time in parentheses not supported", tokens.peek());
        if (!tokens.accept(")"))
            throw tokens.unexpected();
        tokens.leave();
        return inner;
    }
}
