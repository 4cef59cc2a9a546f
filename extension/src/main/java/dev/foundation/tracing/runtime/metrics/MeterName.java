package dev.foundation.tracing.runtime.metrics;

import java.util.Map;

/**
 * What a number is called.
 *
 * @param name in OpenTelemetry's form
 * @param description for people
 * @param unit in UCUM, such as {@code {lookup}}
 * @param tags what tells it from others of the same name
 */
public record MeterName(String name, String description, String unit, Map<String, String> tags) {

    public MeterName {
        tags = Map.copyOf(tags);
    }
}
