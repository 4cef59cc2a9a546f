package dev.foundation.tracing.tracestore.model;

/**
 * The process that recorded a span.
 *
 * @param droppedAttributes how many attributes were lost on the way here
 */
public record Resource(Attributes attributes, int droppedAttributes) {

    private static final String SERVICE_NAME = "service.name";

    /** @return the name of the service; empty if the process has none */
    public String serviceName() {
        AttributeValue name = attributes.find(SERVICE_NAME);
        return name == null ? "" : name.asText();
    }
}
