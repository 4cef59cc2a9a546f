package dev.foundation.tracing.test;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

final class ReadOnly {

    private ReadOnly() {
    }

    /** Unlike {@link Map#copyOf(Map)}, keeps the order in which the sender set the attributes. */
    static Map<String, Object> copy(Map<String, Object> attributes) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
