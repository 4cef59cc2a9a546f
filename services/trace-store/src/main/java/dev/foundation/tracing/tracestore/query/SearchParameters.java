package dev.foundation.tracing.tracestore.query;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.TraceQl;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;
import io.vertx.core.MultiMap;

/**
 * Reads a search from its URL, with Tempo's defaults, limits and words.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/#search">Tempo's HTTP API: search</a>
 */
final class SearchParameters {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 262_144;
    private static final int DEFAULT_SPANS_PER_SPAN_SET = 3;
    private static final int MAX_SPANS_PER_SPAN_SET = 100;
    private static final long MAX_RANGE_SECONDS = TimeUnit.HOURS.toSeconds(168);
    private static final long UINT32 = 0xFFFF_FFFFL;

    private final MultiMap parameters;

    private SearchParameters(MultiMap parameters) {
        this.parameters = parameters;
    }

    /** @throws BadQueryException that says what is wrong */
    static SearchRequest parse(MultiMap parameters) {
        return new SearchParameters(parameters).parse();
    }

    private SearchRequest parse() {
        String query = text("q");
        String tags = text("tags");
        if (query != null && tags != null)
            throw new BadQueryException("invalid request: can't specify tags and q in the same query");
        long minNanos = nanos("minDuration", 0);
        long maxNanos = nanos("maxDuration", Long.MAX_VALUE);
        if (minNanos > maxNanos)
            throw new BadQueryException("invalid maxDuration: must be greater than minDuration");
        int limit = limit();
        long start = seconds("start");
        long end = seconds("end");
        checkRange(start, end);
        return new SearchRequest(query == null ? null : traceQl(query), tags == null ? Map.of() : Logfmt.parse(tags), minNanos,
                maxNanos, TimeUnit.SECONDS.toNanos(start), end == 0 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(end), limit,
                spansPerSpanSet());
    }

    private static TraceQuery traceQl(String text) {
        TraceQuery query = parsed(text);
        if (query.metrics() != null)
            throw new BadQueryException(
                    "invalid TraceQL query: it asks for numbers over time, which /api/metrics/query_range gives");
        return query;
    }

    private static TraceQuery parsed(String text) {
        try {
            return TraceQl.parse(text);
        } catch (TraceQlException e) {
            throw new BadQueryException("invalid TraceQL query: " + e.getMessage());
        }
    }

    private int limit() {
        String sent = text("limit");
        if (sent == null)
            return DEFAULT_LIMIT;
        long limit = GoText.parseUnsigned("limit", sent, UINT32);
        if (limit == 0)
            throw new BadQueryException("invalid limit: must be a positive number");
        if (limit > MAX_LIMIT)
            throw new BadQueryException("limit " + limit + " exceeds max limit " + MAX_LIMIT);
        return (int) limit;
    }

    // Zero stands for all of them in Tempo.
    private int spansPerSpanSet() {
        String sent = text("spss");
        if (sent == null)
            return DEFAULT_SPANS_PER_SPAN_SET;
        long spans = GoText.parseUnsigned("spss", sent, UINT32);
        return spans == 0 ? MAX_SPANS_PER_SPAN_SET : (int) Math.min(spans, MAX_SPANS_PER_SPAN_SET);
    }

    private long seconds(String name) {
        String sent = text(name);
        return sent == null ? 0 : GoText.parseUnsigned(name, sent, UINT32);
    }

    private static void checkRange(long start, long end) {
        if (start == 0 && end == 0)
            return;
        if (start >= end)
            throw new BadQueryException(
                    "http parameter start must be before end. received start=" + start + " end=" + end);
        if (end - start > MAX_RANGE_SECONDS)
            throw new BadQueryException(
                    "range specified by start and end exceeds 168h0m0s. received start=" + start + " end=" + end);
    }

    private long nanos(String name, long otherwise) {
        String sent = text(name);
        if (sent == null)
            return otherwise;
        try {
            return GoDuration.parseNanos(sent);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException("invalid " + name + ": " + e.getMessage());
        }
    }

    // An empty parameter is as good as none in Tempo.
    private @Nullable String text(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
