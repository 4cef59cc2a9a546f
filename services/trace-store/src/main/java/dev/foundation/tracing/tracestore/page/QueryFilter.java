package dev.foundation.tracing.tracestore.page;

import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.TraceQl;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.QueryTooLongException;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Finds traces by TraceQL, within the time that one query may take. */
final class QueryFilter implements Predicate<Trace> {

    private final TraceQuery query;
    private final Deadline deadline = Deadline.usual();

    private QueryFilter(TraceQuery query) {
        this.query = query;
    }

    /**
     * @param query null or blank finds everything
     * @return a filter for each look at the traces
     * @throws BadRequestException that says what is wrong, and where
     */
    static Supplier<Predicate<Trace>> of(@Nullable String query) {
        if (query == null || query.isBlank())
            return () -> trace -> true;
        try {
            TraceQuery parsed = TraceQl.parse(query);
            if (parsed.metrics() != null)
                throw new BadRequestException("this asks for numbers over time, and here are traces: take the last part away");
            return () -> new QueryFilter(parsed);
        } catch (TraceQlException e) {
            throw new BadRequestException(e);
        }
    }

    /** @throws BadRequestException if only a trace shows that the query makes no sense */
    @Override
    public boolean test(Trace trace) {
        try {
            return query.matches(trace, deadline);
        } catch (TraceQlException e) {
            throw new BadRequestException(e);
        } catch (QueryTooLongException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }
}
