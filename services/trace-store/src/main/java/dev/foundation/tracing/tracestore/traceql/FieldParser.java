package dev.foundation.tracing.tracestore.traceql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.AttributeField;
import dev.foundation.tracing.tracestore.traceql.field.Expressions;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.IntrinsicField;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.Operator;
import dev.foundation.tracing.tracestore.traceql.field.Scope;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads what stands between braces. Each operator takes as its right side what binds more tightly than itself. */
final class FieldParser {

    private static final String NIL = "nil";

    private final Tokens tokens;

    FieldParser(Tokens tokens) {
        this.tokens = tokens;
    }

    FieldExpression expression() {
        return expression(Operator.OR.precedence());
    }

    /** Numbers and durations, and what is computed of them. */
    Literal constant() {
        Token first = tokens.peek();
        FieldExpression expression = expression(Operator.ADD.precedence());
        if (expression instanceof Literal literal && literal.type().isNumeric())
            return literal;
        throw new TraceQlException("only numbers and durations are supported here, not " + expression, first);
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        do
            fields.add(field());
        while (tokens.accept(","));
        return fields;
    }

    /** A field alone. */
    Field field() {
        Token token = tokens.peek();
        Field field = fieldOrNull();
        if (field != null)
            return field;
        throw isUnknown(token) ? new TraceQlException("unknown identifier: " + token.text(), token) : tokens.unexpected();
    }

    private FieldExpression expression(int least) {
        tokens.enter();
        FieldExpression left = isNilAhead() ? comparedNil() : prefixed();
        Operator operator = operator();
        while (operator != null && operator.precedence() >= least) {
            Token at = tokens.next();
            left = joined(left, operator, at);
            operator = operator();
        }
        tokens.leave();
        return left;
    }

    private FieldExpression joined(FieldExpression left, Operator operator, Token at) {
        if (isNilAhead() && isEquality(operator)) {
            tokens.next();
            return Expressions.existence(left, operator == Operator.NOT_EQUAL, at);
        }
        int least = operator.isRightAssociative() ? operator.precedence() : operator.precedence() + 1;
        return Expressions.binary(operator, left, expression(least), at);
    }

    private @Nullable Operator operator() {
        return tokens.peek().is(TokenType.SIGN) ? Operator.of(tokens.peek().text()) : null;
    }

    // nil = x, and nil = nil, which is never true.
    private FieldExpression comparedNil() {
        tokens.next();
        Operator operator = operator();
        if (operator == null || !isEquality(operator))
            throw tokens.unexpected("!=", "=");
        Token at = tokens.next();
        if (tokens.acceptWord(NIL))
            return Literal.of(false);
        FieldExpression operand = expression(Operator.ADD.precedence());
        return Expressions.existence(operand, operator == Operator.NOT_EQUAL, at);
    }

    private FieldExpression prefixed() {
        Token at = tokens.peek();
        if (tokens.accept("-"))
            return Expressions.unary(false, expression(Operator.ADD.precedence() + 1), at);
        if (tokens.accept("!"))
            return Expressions.unary(true, expression(Operator.NOT_PRECEDENCE + 1), at);
        return primary();
    }

    private FieldExpression primary() {
        if (tokens.accept("(")) {
            FieldExpression inner = expression();
            if (!tokens.accept(")"))
                throw tokens.unexpected();
            return inner;
        }
        Literal literal = LiteralParser.literal(tokens);
        return literal == null ? field() : literal;
    }

    private @Nullable Field fieldOrNull() {
        Token token = tokens.peek();
        if (token.isWord("parent") || (token.is(TokenType.SCOPE) && token.text().equals("parent.")))
            throw new TraceQlException("parent not yet supported", token);
        if (token.is(TokenType.SCOPE))
            return scoped(tokens.next());
        Intrinsic intrinsic = token.is(TokenType.WORD) ? Intrinsic.of(token.text()) : null;
        if (intrinsic == null)
            return null;
        tokens.next();
        return new IntrinsicField(intrinsic);
    }

    private Field scoped(Token scope) {
        String name = scope.text().substring(0, scope.text().length() - 1);
        if (scope.text().endsWith(".")) {
            Scope of = name.isEmpty() ? Scope.ANY : Scope.of(name);
            return new AttributeField(of == null ? Scope.ANY : of, tokens.expect(TokenType.NAME).text());
        }
        Intrinsic intrinsic = Intrinsic.of(scope.text() + tokens.peek().text());
        if (intrinsic == null || !tokens.peek().is(TokenType.WORD))
            throw tokens.unexpected();
        tokens.next();
        return new IntrinsicField(intrinsic);
    }

    private boolean isNilAhead() {
        return tokens.peek().isWord(NIL);
    }

    private static boolean isUnknown(Token token) {
        return token.is(TokenType.WORD) && !token.isKeyword();
    }

    private static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }
}
