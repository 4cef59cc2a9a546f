package dev.foundation.tracing.tracestore.page;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.foundation.tracing.tracestore.model.Trace;
import io.vertx.core.MultiMap;

/**
 * What somebody wants to see.
 *
 * @param filters gives for each look at the traces whether one of them is listed
 * @param limit how many traces at most
 */
record ListingRequest(Supplier<Predicate<Trace>> filters, int limit) {

    private static final int DEFAULT_LIMIT = 200;
    private static final int MAX_LIMIT = 2_000;

    /**
     * @param parameters {@code q} in TraceQL, {@code words}, {@code errors}, {@code from} and {@code to} (milliseconds since
     *        1970) and {@code limit};
     *        any
     *        of them may be missing
     * @throws BadRequestException that says what is wrong
     */
    static ListingRequest parse(MultiMap parameters) {
        long from = TimeUnit.MILLISECONDS.toNanos(number(parameters, "from", 0));
        long to = TimeUnit.MILLISECONDS.toNanos(number(parameters, "to", Long.MAX_VALUE));
        boolean errors = "true".equals(parameters.get("errors"));
        Predicate<Trace> wanted = WordFilter.of(parameters.get("words"));
        wanted = wanted.and(trace -> trace.startEpochNanos() >= from && trace.startEpochNanos() <= to)
                .and(trace -> !errors || trace.errors() > 0);
        Predicate<Trace> simple = wanted;
        Supplier<Predicate<Trace>> query = QueryFilter.of(parameters.get("q"));
        return new ListingRequest(() -> simple.and(query.get()),
                (int) Math.min(MAX_LIMIT, number(parameters, "limit", DEFAULT_LIMIT)));
    }

    /** Whether a trace is listed; for one look at all of them. */
    Predicate<Trace> wanted() {
        return filters.get();
    }

    private static long number(MultiMap parameters, String name, long otherwise) {
        String sent = parameters.get(name);
        if (sent == null || sent.isEmpty())
            return otherwise;
        if (!sent.matches("\\d{1,18}"))
            throw new BadRequestException(name + " must be a whole number >= 0, got " + sent);
        return Long.parseLong(sent);
    }
}
