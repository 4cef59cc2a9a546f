package dev.foundation.tracing.tracestore.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.TraceQl;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.Steps;
import dev.foundation.tracing.tracestore.traceql.token.Durations;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;
import io.vertx.core.MultiMap;

/**
 * Reads a request for numbers over time from its URL, with Tempo's defaults.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/#traceql-metrics">Tempo's HTTP API: TraceQL metrics</a>
 */
final class MetricsParameters {

    private static final long DEFAULT_RANGE = TimeUnit.HOURS.toNanos(1);
    private static final int POINTS_IN_DEFAULT_RANGE = 240;
    private static final int MAX_POINTS = 11_000;
    private static final int DIGITS_OF_SECONDS = 10;
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(TimeUnit.SECONDS.toNanos(1));

    private final MultiMap parameters;
    private final long now;

    private MetricsParameters(MultiMap parameters, long now) {
        this.parameters = parameters;
        this.now = now;
    }

    /** @throws BadQueryException that says what is wrong */
    static MetricsRequest range(MultiMap parameters, long nowEpochNanos) {
        return new MetricsParameters(parameters, nowEpochNanos).range();
    }

    /** @throws BadQueryException that says what is wrong */
    static MetricsRequest instant(MultiMap parameters, long nowEpochNanos) {
        MetricsParameters read = new MetricsParameters(parameters, nowEpochNanos);
        long end = read.time("end", nowEpochNanos);
        long start = read.start(end);
        return new MetricsRequest(read.query(), Steps.single(start, Math.min(end, nowEpochNanos)));
    }

    private MetricsRequest range() {
        MetricsQuery query = query();
        long end = time("end", now);
        long start = start(end);
        long step = step(end - start);
        // What is to come would make the last step look as if less and less happened.
        long known = end > now ? now - now % step : end;
        if ((known - start) / step > MAX_POINTS)
            throw new BadQueryException("exceeded maximum resolution of " + MAX_POINTS
                    + " points per timeseries: ask for a larger step or a shorter time");
        return new MetricsRequest(query, Steps.between(start, known, step));
    }

    private MetricsQuery query() {
        String sent = text("q") == null ? text("query") : text("q");
        try {
            MetricsQuery query = TraceQl.parse(sent == null ? "" : sent).metrics();
            if (query == null)
                throw new BadQueryException("the query finds spans, not numbers: put | rate() or the like behind it");
            return query;
        } catch (TraceQlException e) {
            throw new BadQueryException(String.valueOf(e.getMessage()));
        }
    }

    private long start(long end) {
        String since = text("since");
        long range = since == null ? DEFAULT_RANGE : duration("since", since);
        long start = time("start", Math.min(end, now) - range);
        if (start >= end)
            throw new BadQueryException("end must be greater than start");
        return start;
    }

    private long step(long range) {
        String sent = text("step");
        if (sent == null)
            return Math.max(TimeUnit.SECONDS.toNanos(1), range / POINTS_IN_DEFAULT_RANGE);
        long step = isNumber(sent) ? seconds(sent) : duration("step", sent);
        if (step <= 0)
            throw new BadQueryException("step must be greater than 0");
        return step;
    }

    private long time(String name, long otherwise) {
        String sent = text(name);
        if (sent == null)
            return otherwise;
        try {
            if (!isNumber(sent))
                return nanos(Instant.parse(sent));
            return sent.contains(".") || sent.length() <= DIGITS_OF_SECONDS ? seconds(sent) : Long.parseLong(sent);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new BadQueryException("could not parse '" + name + "' parameter: " + GoText.quote(sent)
                    + " is neither seconds nor nanoseconds since 1970");
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)), instant.getNano());
    }

    private static long seconds(String number) {
        return new BigDecimal(number).multiply(NANOS_PER_SECOND).longValue();
    }

    private static boolean isNumber(String text) {
        return text.length() <= DIGITS_OF_SECONDS * 2 && text.matches("\\d+(\\.\\d+)?");
    }

    private static long duration(String name, String sent) {
        Long nanos = Durations.parse(sent);
        if (nanos == null)
            throw new BadQueryException("could not parse '" + name + "' parameter: " + GoText.quote(sent)
                    + " is no duration such as 30s");
        return nanos;
    }

    private @Nullable String text(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
