package dev.foundation.tracing.test.assertions;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Says what is amiss with an attribute. */
final class AttributeCheck {

    private AttributeCheck() {
    }

    /** @return null if the attribute has that value */
    static @Nullable String has(Map<String, Object> attributes, String key, Object expected) {
        Object found = attributes.get(key);
        if (found == null)
            return absent(attributes, key, Values.show(expected, null));
        if (Values.areEqual(expected, found))
            return null;
        return key + ": expected " + Values.show(expected, found) + ", was " + Values.show(found, expected);
    }

    /** @return null if the attribute is there */
    static @Nullable String has(Map<String, Object> attributes, String key) {
        return attributes.containsKey(key) ? null : absent(attributes, key, "some value");
    }

    private static String absent(Map<String, Object> attributes, String key, String expected) {
        Optional<String> nearest = Spelling.nearest(key, attributes.keySet());
        return key + ": expected " + expected + ", was not there; "
                + nearest.map(
                        near -> "perhaps " + near + " = " + Values.show(attributes.getOrDefault(near, ""), null) + " is meant")
                        .orElse("there are " + attributes.keySet());
    }
}
