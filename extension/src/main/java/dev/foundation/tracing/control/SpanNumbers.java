package dev.foundation.tracing.control;

import java.util.List;

/**
 * What was counted in this process since it began, at each place that makes spans: a bean to be injected. Reading it takes no
 * lock and disturbs nobody. Spans that Quarkus makes itself are not among them.
 *
 * <pre>{@code
 * Optional<SpanPointNumbers> slowest(SpanNumbers numbers) {
 *     return numbers.points().stream().max(Comparator.comparing(SpanPointNumbers::worst));
 * }
 * }</pre>
 */
public interface SpanNumbers {

    /** @return every place that is known by now, sorted by name and place; those of one name are the same span to a trace */
    List<SpanPointNumbers> points();

    /** @return what the spans themselves cost, of those that were measured */
    SpanOverhead overhead();
}
