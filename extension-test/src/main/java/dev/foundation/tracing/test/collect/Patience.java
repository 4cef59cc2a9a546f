package dev.foundation.tracing.test.collect;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.foundation.tracing.test.Trace;

/**
 * What a trace is waited for.
 *
 * @param deadline how long at most
 * @param settle how long nothing new must have arrived
 * @param expected names of spans that must be there
 * @param condition must return without an exception
 */
record Patience(Duration deadline, Duration settle, List<String> expected, Consumer<Trace> condition) {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    Patience {
        if (deadline.isNegative())
            throw new IllegalArgumentException("a trace cannot be awaited for " + deadline + ": give zero or more");
        if (settle.isNegative())
            throw new IllegalArgumentException("a trace cannot settle for " + settle + ": give zero or more");
    }

    static Patience settlingFor(Duration settle) {
        return new Patience(DEADLINE, settle, List.of(), trace -> {
        });
    }

    Patience within(Duration other) {
        return new Patience(other, settle, expected, condition);
    }

    Patience settling(Duration other) {
        return new Patience(deadline, other, expected, condition);
    }

    Patience expecting(List<String> more) {
        return new Patience(deadline, settle, Stream.concat(expected.stream(), more.stream()).toList(), condition);
    }

    Patience until(Consumer<Trace> more) {
        return new Patience(deadline, settle, expected, condition.andThen(more));
    }
}
