package dev.foundation.tracing.tracestore.model;

/**
 * The instrumentation that recorded a span.
 *
 * @param name empty if it has none
 * @param version empty if it has none
 * @param droppedAttributes how many attributes were lost on the way here
 */
public record Scope(String name, String version, Attributes attributes, int droppedAttributes) {
}
