package dev.foundation.tracing.test.assertions;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.assertj.core.api.AbstractAssert;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** What is true of several spans of one name, in the order in which they started. */
public final class SpansAssert extends AbstractAssert<SpansAssert, List<TraceSpan>> {

    private final TraceAssert whole;
    private final Trace trace;

    SpansAssert(TraceAssert whole, Trace trace, List<TraceSpan> spans) {
        super(spans, SpansAssert.class);
        this.whole = whole;
        this.trace = trace;
    }

    /** Each started when the one before it had ended, or later. */
    public SpansAssert sequential() {
        Timing.notSequential(actual).ifPresent(whole::fail);
        return this;
    }

    /** There is a moment at which all were open. */
    public SpansAssert parallel() {
        if (!actual.isEmpty())
            Timing.notParallel(actual).ifPresent(whole::fail);
        return this;
    }

    /** Each of them passes. */
    public SpansAssert each(Consumer<SpanAssert> assertion) {
        IntStream.range(0, actual.size()).mapToObj(this::at).forEach(assertion);
        return this;
    }

    /**
     * The attribute has these values.
     *
     * @param values one for each span, in the order in which they started
     */
    public SpansAssert withAttributeValues(String key, Object... values) {
        List<Object> expected = List.of(values).stream().map(Values::normal).toList();
        List<Object> found = actual.stream().map(span -> span.attribute(key).map(Values::normal).orElse("(none)")).toList();
        if (!Objects.equals(expected, found))
            whole.fail(Failure.of("expected " + key + " = " + expected + ", found " + found, Failure.wrong(actual, key))
                    .comparing(expected, found));
        return this;
    }

    /** @param index from 0, in the order in which they started */
    public SpanAssert at(int index) {
        return new SpanAssert(whole, trace, actual.get(index));
    }

    /** Back to the whole trace. */
    public TraceAssert and() {
        return whole;
    }
}
