package dev.foundation.tracing.runtime.attributes;

/** An attribute of the spans of one name. */
public record SpanAttribute(String spanName, String key) {
}
