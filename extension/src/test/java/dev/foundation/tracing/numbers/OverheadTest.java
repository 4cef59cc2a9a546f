package dev.foundation.tracing.numbers;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.control.SpanOverhead;
import dev.foundation.tracing.runtime.numbers.CountedSpans;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;

class OverheadTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final CountedSpans numbers = new CountedSpans();

    @Test
    void aSampleOfTheSpansIsMeasured() {
        spans.install(
                new SpanOpener(spans.tracer(), true, new Failures(Set.of()), Observations.measuredBy(numbers.measured())));

        for (int i = 0; i < 50_000; i++)
            withSpan("overhead.measured", () -> "nothing");

        SpanOverhead overhead = numbers.overhead();
        // 195 are to be expected; chance gives less than 50, or more than 500, once in the life of a universe.
        assertThat(overhead.measured()).isBetween(50L, 500L);
        assertThat(overhead.opening()).isPositive();
        assertThat(overhead.ending()).isPositive();
        assertThat(overhead.perSpan()).isEqualTo(overhead.opening().plus(overhead.ending()));
    }

    @Test
    void nothingMeasuredIsNoCost() {
        assertThat(numbers.overhead()).isEqualTo(new SpanOverhead(0, Duration.ZERO, Duration.ZERO));
    }
}
