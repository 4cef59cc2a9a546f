package dev.foundation.tracing.tracestore.traceql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.field.ValueType;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/**
 * Reads {@code with(most_recent=true)}. This store always gives the most recent traces, and numbers of all spans rather than
 * of a sample, so that most hints change nothing; those it does not know it refuses.
 */
final class HintParser {

    static final String EXEMPLARS = "exemplars";

    private static final Set<String> KNOWN = Set.of("most_recent", EXEMPLARS, "sample", "span_sample", "trace_sample");

    private final Tokens tokens;
    private final Map<String, Value> hints = new HashMap<>();

    HintParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @return by their names; of several of one name the last */
    Map<String, Value> hints() {
        while (tokens.acceptWord("with")) {
            tokens.expect("(");
            do
                hint();
            while (tokens.accept(","));
            if (!tokens.accept(")"))
                throw tokens.unexpected(",", ")");
        }
        return hints;
    }

    private void hint() {
        Token name = tokens.expect(TokenType.WORD);
        tokens.expect("=");
        Token at = tokens.peek();
        Literal value = LiteralParser.literal(tokens);
        if (value == null)
            throw tokens.unexpected();
        if (!KNOWN.contains(name.text()))
            throw new TraceQlException("unknown hint: " + name.text(), name);
        if (name.text().equals("most_recent") && value.type() != ValueType.BOOLEAN)
            throw new TraceQlException("most_recent is true or false, not " + value, at);
        hints.put(name.text(), value.value());
    }
}
