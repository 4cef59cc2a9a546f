package dev.foundation.tracing.tracestore.traceql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.RangeFunction;
import dev.foundation.tracing.tracestore.traceql.pipeline.Coalesce;
import dev.foundation.tracing.tracestore.traceql.pipeline.Group;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;
import dev.foundation.tracing.tracestore.traceql.pipeline.Select;
import dev.foundation.tracing.tracestore.traceql.pipeline.Stage;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TokenType;
import dev.foundation.tracing.tracestore.traceql.token.Tokens;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Reads a query, stage by stage. */
final class QueryParser {

    private final Tokens tokens;
    private final FieldParser fields;
    private final SpanSetParser spanSets;

    QueryParser(Tokens tokens) {
        this.tokens = tokens;
        fields = new FieldParser(tokens);
        spanSets = new SpanSetParser(tokens, fields, this);
    }

    TraceQuery query() {
        Pipeline pipeline = pipeline();
        MetricsQuery metrics = isMetricsAhead() ? new MetricsParser(tokens, fields).metrics(pipeline) : null;
        Value exemplars = new HintParser(tokens).hints().get(HintParser.EXEMPLARS);
        if (!tokens.peek().is(TokenType.END))
            throw unexpectedEnd();
        return new TraceQuery(pipeline, metrics == null ? null : withExemplars(metrics, exemplars));
    }

    // true, or nothing, for as many as usual; false for none; or a number.
    private static MetricsQuery withExemplars(MetricsQuery metrics, @Nullable Value hint) {
        if (hint instanceof Value.Flag flag && !flag.value())
            return metrics.withExemplars(0);
        if (hint instanceof Value.Whole number)
            return metrics.withExemplars((int) Math.max(0, Math.min(metrics.exemplars(), number.value())));
        return metrics;
    }

    /** Stages up to a function over time, or to what cannot be part of it. */
    Pipeline pipeline() {
        List<Stage> stages = new ArrayList<>();
        do {
            if (!stages.isEmpty() && isMetricsAhead())
                break;
            stages.add(stage(stages.isEmpty()));
        } while (tokens.accept("|"));
        return new Pipeline(stages);
    }

    private Stage stage(boolean first) {
        Token token = tokens.peek();
        Stage filter = AggregateParser.filter(tokens, fields);
        if (filter != null)
            return filter;
        if (tokens.acceptWord("by"))
            return group(token);
        if (tokens.acceptWord("select"))
            return select();
        if (!first && tokens.acceptWord("coalesce"))
            return coalesce();
        if (token.isSign("{") || token.isSign("("))
            return spanSets.expression();
        throw refused(token);
    }

    private TraceQlException refused(Token token) {
        boolean constant = token.is(TokenType.INTEGER) || token.is(TokenType.FLOAT) || token.is(TokenType.DURATION);
        boolean scalar = constant || token.isWord("histogram_over_time") || token.isWord("compare");
        return scalar ? new TraceQlException(token.text() + " not supported here", token) : tokens.unexpected();
    }

    private TraceQlException unexpectedEnd() {
        Token token = tokens.peek();
        boolean math = token.isSign("+") || token.isSign("-") || token.isSign("*") || token.isSign("/");
        return math ? new TraceQlException("arithmetic with queries not supported", token) : tokens.unexpected();
    }

    private Stage group(Token at) {
        tokens.expect("(");
        FieldExpression expression = fields.expression();
        closeParenthesis();
        if (!expression.usesSpan())
            throw new TraceQlException("grouping field expressions must reference the span: by(" + expression + ")", at);
        return new Group(expression);
    }

    private Stage select() {
        tokens.expect("(");
        List<Field> selected = fields.fields();
        if (!tokens.accept(")"))
            throw tokens.unexpected(",", ")");
        return new Select(selected);
    }

    private Stage coalesce() {
        tokens.expect("(");
        tokens.expect(")");
        return new Coalesce();
    }

    private void closeParenthesis() {
        if (!tokens.accept(")"))
            throw tokens.unexpected();
    }

    private boolean isMetricsAhead() {
        return rangeFunctionAhead() != null;
    }

    private @Nullable RangeFunction rangeFunctionAhead() {
        return tokens.peek().is(TokenType.WORD) ? RangeFunction.of(tokens.peek().text()) : null;
    }
}
