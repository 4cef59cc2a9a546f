package dev.foundation.tracing.tracestore.traceql;

import static dev.foundation.tracing.tracestore.traceql.TraceFixture.START;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.aTrace;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.text;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.Series;
import dev.foundation.tracing.tracestore.traceql.metrics.Steps;

class MetricsQueryTest {

    private static final long SECOND = 1_000_000_000;

    // Its spans start within the second that ends at START + 1 s.
    private final Trace trace = aTrace().lasting(1, 0, "a", 100, text("side", "left"), whole("n", 4))
            .lasting(2, 1, "b", 200, text("side", "right"), whole("n", 6)).lasting(3, 1, "c", 300, text("side", "left"))
            .trace();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {} | count_over_time()                      ; 3.0
            {} | rate()                                 ; 3.0
            { name != "a" } | count_over_time()         ; 2.0
            {} | sum_over_time(span.n)                  ; 10.0
            {} | min_over_time(span.n)                  ; 4.0
            {} | max_over_time(duration)                ; 0.3
            {} | avg_over_time(duration)                ; 0.2
            {} | quantile_over_time(duration, 1)        ; 0.536870912
            """)
    void isComputedOfTheSpansThatStartInTheStep(String query, double value) {
        assertThat(valueAt(1, only(query))).isCloseTo(value, within(1e-9));
    }

    @Test
    void countsAreZeroWhereNothingStarted() {
        assertThat(only("{} | rate()").points()).extracting(Series.Point::value).containsExactly(0.0, 3.0, 0.0);
    }

    @Test
    void othersAreMissingWhereNothingStarted() {
        assertThat(only("{} | max_over_time(duration)").points()).extracting(Series.Point::step).containsExactly(1);
    }

    @Test
    void thereIsASeriesForEachGroup() {
        assertThat(series("{} | count_over_time() by(span.side)").stream()
                .collect(Collectors.toMap(one -> printed(one.labels()), one -> valueAt(1, one))))
                .isEqualTo(Map.of("span.side=left", 2.0, "span.side=right", 1.0));
    }

    @Test
    void aSpanShowsWhatTheNumbersAreMadeOf() {
        assertThat(only("{} | max_over_time(duration)").marks()).singleElement()
                .satisfies(mark -> assertThat(printed(mark.labels())).contains("trace:id=00000000000000000000000000000abc",
                        "duration=100ms"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {} | count_over_time() by(span.side) | topk(1)     ; span.side=left
            {} | count_over_time() by(span.side) | bottomk(1)  ; span.side=right
            {} | count_over_time() by(span.side) > 1           ; span.side=left
            {} | count_over_time() by(span.side) != 2 | topk(1); span.side=right
            {} | max_over_time(duration) by(span.side) > 250ms ; span.side=left
            """)
    void pointsAreChosenAmongSeries(String query, String label) {
        assertThat(series(query).stream()
                .filter(one -> one.points().stream().anyMatch(point -> point.step() == 1 && point.value() > 0)))
                .extracting(one -> printed(one.labels())).containsExactly(label);
    }

    @Test
    void whatIsNilIsNoLabel() {
        assertThat(series("{} | rate() by(span.side, span.n)")).extracting(one -> printed(one.labels()))
                .containsExactly("span.side=left span.n=4", "span.side=right span.n=6", "span.side=left");
        assertThat(series("{} | rate() by(span.nobody)")).extracting(one -> printed(one.labels()))
                .containsExactly("span.nobody=nil");
    }

    @Test
    void aSeriesWithoutAnyPointIsLeftOut() {
        assertThat(series("{} | max_over_time(span.nobody)")).isEmpty();
        assertThat(series("{} | quantile_over_time(span.nobody, .5)")).isEmpty();
    }

    @Test
    void exemplarsMayBeLeftOut() {
        assertThat(only("{} | rate() with(exemplars=false)").marks()).isEmpty();
    }

    @Test
    void thereAreNoMoreSeriesThanFitIntoAnAnswer() {
        TraceFixture many = aTrace();
        for (long id = 1; id <= 1100; id++)
            many.span(id, 0, "s" + id);
        MetricsQuery query = Objects.requireNonNull(TraceQl.parse("{} | rate() by(name)").metrics());
        MetricsQuery.Result result = query.evaluate(List.of(many.trace()), new Steps(START - SECOND, 10 * SECOND, 1),
                Deadline.usual());

        assertThat(result.series()).hasSize(1000);
        assertThat(result.partial()).isTrue();
    }

    @Test
    void aStepEndsWithItsName() {
        Steps steps = Steps.between(START, START + 2 * SECOND, SECOND);

        assertThat(steps.count()).isEqualTo(3);
        assertThat(steps.epochMillis(0)).isEqualTo(START / 1_000_000);
    }

    private Series only(String query) {
        assertThat(series(query)).hasSize(1);
        return series(query).get(0);
    }

    private List<Series> series(String query) {
        MetricsQuery metrics = Objects.requireNonNull(TraceQl.parse(query).metrics());
        // The first step ends with START, so that of three spans all but the first lie in the second.
        return metrics.evaluate(List.of(trace), new Steps(START - 1 - SECOND, SECOND, 3), Deadline.usual()).series();
    }

    private static double valueAt(int step, Series series) {
        return series.points().stream().filter(point -> point.step() == step).mapToDouble(Series.Point::value).findFirst()
                .orElse(Double.NaN);
    }

    private static String printed(Map<String, Value> labels) {
        return labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue().text())
                .collect(Collectors.joining(" "));
    }
}
