package dev.foundation.tracing.tracestore.model;

/** One attribute. */
public record Attribute(String key, AttributeValue value) {
}
