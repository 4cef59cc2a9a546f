package dev.foundation.tracing.tracestore.traceql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Operator;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.RangeFunction;
import dev.foundation.tracing.tracestore.traceql.metrics.Series;
import dev.foundation.tracing.tracestore.traceql.metrics.SeriesStages;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads a function over time and what follows it. */
final class MetricsParser {

    private static final int MAX_GROUPS = 5;
    private static final int MAX_QUANTILES = 10;
    private static final int EXEMPLARS = 100;

    private final Tokens tokens;
    private final FieldParser fields;

    MetricsParser(Tokens tokens, FieldParser fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    MetricsQuery metrics(Pipeline spans) {
        RangeFunction function = function(tokens.next());
        tokens.expect("(");
        Field of = function.counts() ? null : fields.field();
        List<Double> quantiles = function == RangeFunction.QUANTILE_OVER_TIME ? quantiles() : List.of();
        tokens.expect(")");
        return new MetricsQuery(spans, function, of, quantiles, by(), then(), EXEMPLARS);
    }

    private static RangeFunction function(Token token) {
        RangeFunction function = RangeFunction.of(token.text());
        if (function == null)
            throw new IllegalStateException(token.text() + " is no function over time");
        return function;
    }

    private List<Double> quantiles() {
        List<Double> quantiles = new ArrayList<>();
        tokens.expect(",");
        do {
            Token token = tokens.peek();
            if (!token.is(TokenType.FLOAT) && !token.is(TokenType.INTEGER))
                throw tokens.unexpected("INTEGER", "FLOAT");
            double quantile = token.is(TokenType.FLOAT) ? token.real() : token.whole();
            if (quantile > 1)
                throw new TraceQlException("a quantile is from 0 to 1, got " + token.text(), token);
            quantiles.add(quantile);
            tokens.next();
        } while (quantiles.size() < MAX_QUANTILES && tokens.accept(","));
        if (tokens.peek().isSign(","))
            throw new TraceQlException(MAX_QUANTILES + " quantiles at most", tokens.peek());
        return quantiles;
    }

    private List<Field> by() {
        if (!tokens.acceptWord("by"))
            return List.of();
        tokens.expect("(");
        Token first = tokens.peek();
        List<Field> by = fields.fields();
        if (!tokens.accept(")"))
            throw tokens.unexpected(",", ")");
        if (by.size() > MAX_GROUPS)
            throw new TraceQlException("metrics can be grouped by " + MAX_GROUPS + " fields at most", first);
        return by;
    }

    private List<UnaryOperator<List<Series>>> then() {
        List<UnaryOperator<List<Series>>> stages = new ArrayList<>();
        for (UnaryOperator<List<Series>> stage = stage(); stage != null; stage = stage())
            stages.add(stage);
        return stages;
    }

    private @Nullable UnaryOperator<List<Series>> stage() {
        Operator operator = AggregateParser.comparisonAhead(tokens);
        if (operator != null) {
            tokens.next();
            return SeriesStages.filter(operator, fields.constant().value());
        }
        return tokens.accept("|") ? ranking() : null;
    }

    private UnaryOperator<List<Series>> ranking() {
        Token word = tokens.peek();
        if (!word.isWord("topk") && !word.isWord("bottomk"))
            throw tokens.unexpected("topk", "bottomk");
        tokens.next();
        tokens.expect("(");
        Token count = tokens.expect(TokenType.INTEGER);
        if (count.whole() < 1 || count.whole() > Integer.MAX_VALUE)
            throw new TraceQlException(word.text() + " takes a number greater than 0, got " + count.text(), count);
        tokens.expect(")");
        return SeriesStages.ranking((int) count.whole(), word.isWord("topk"));
    }
}
