package dev.foundation.tracing.tracestore.traceql;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads TraceQL. */
public final class TraceQl {

    private TraceQl() {
    }

    /** @throws TraceQlException that says what is wrong, and where */
    public static TraceQuery parse(String query) {
        return new QueryParser(Tokens.of(query)).query();
    }

    /**
     * Reads the name of a field alone, such as {@code span.http.route}.
     *
     * @throws TraceQlException if it is none; its places are those within braces, as Tempo counts them
     */
    public static Field parseField(String name) {
        Tokens tokens = Tokens.of("{" + name + "}");
        tokens.expect("{");
        Field field = new FieldParser(tokens).field();
        tokens.expect("}");
        tokens.expect(TokenType.END);
        return field;
    }
}
