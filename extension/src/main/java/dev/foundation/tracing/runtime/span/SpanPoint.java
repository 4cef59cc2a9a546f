package dev.foundation.tracing.runtime.span;

import java.util.Objects;

/**
 * A place in the code that makes spans. Woven code holds it as a constant, so that nothing is looked up by name.
 *
 * @param name the span's name
 */
public record SpanPoint(String name) {

    public SpanPoint {
        Objects.requireNonNull(name, "name");
    }
}
