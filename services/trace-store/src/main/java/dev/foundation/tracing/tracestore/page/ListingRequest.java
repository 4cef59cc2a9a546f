package dev.foundation.tracing.tracestore.page;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.model.Trace;
import io.vertx.core.MultiMap;

/**
 * What somebody wants to see.
 *
 * @param wanted whether a trace is listed
 * @param limit how many traces at most
 */
record ListingRequest(Predicate<Trace> wanted, int limit) {

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
        Predicate<Trace> wanted = WordFilter.of(parameters.get("words")).and(QueryFilter.of(parameters.get("q")));
        wanted = wanted.and(trace -> trace.startEpochNanos() >= from && trace.startEpochNanos() <= to);
        if ("true".equals(parameters.get("errors")))
            wanted = wanted.and(trace -> trace.errors() > 0);
        return new ListingRequest(wanted, (int) Math.min(MAX_LIMIT, number(parameters, "limit", DEFAULT_LIMIT)));
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
