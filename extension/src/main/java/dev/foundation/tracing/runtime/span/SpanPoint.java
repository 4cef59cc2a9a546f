package dev.foundation.tracing.runtime.span;

import java.util.Objects;

import dev.foundation.tracing.SpanOptions;

/**
 * A place in the code that makes spans. Woven code holds it as a constant, so that nothing is looked up by name.
 *
 * @param name the span's name
 * @param options kind, constant attributes, and whether it is a root
 */
public record SpanPoint(String name, SpanOptions options) {

    public SpanPoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
    }
}
