package dev.foundation.tracing.tracestore.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Attributes in the order in which they were sent. A key sent twice is kept twice; the first one is found. */
public record Attributes(List<Attribute> list) {

    /** No attributes. */
    public static final Attributes NONE = new Attributes(List.of());

    public Attributes {
        list = List.copyOf(list);
    }

    /** @return the value of that key, or null if there is none */
    public @Nullable AttributeValue find(String key) {
        for (Attribute attribute : list) {
            if (attribute.key().equals(key))
                return attribute.value();
        }
        return null;
    }

    /** @return true if there are none */
    public boolean isEmpty() {
        return list.isEmpty();
    }
}
