package dev.foundation.tracing.runtime.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds parameters of addresses that hold secrets. By hand, for each exported text that has an address is looked through. */
final class SecretParameters {

    private static final String BEFORE_A_NAME = "?&#;";
    private static final String AFTER_A_VALUE = "&#";
    /** Where an address ends in a text, too. */
    private static final String AFTER_A_VALUE_IN_TEXT = "&#; \t\r\n\"'<>";

    private final Set<String> names;
    private final int longestName;

    /** In any case. */
    SecretParameters(Set<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.longestName = names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** @return a query, or an address, without secret values; the same object if there are none */
    String outOfQuery(String query) {
        return outOf(query, true, AFTER_A_VALUE);
    }

    /** @return a text that may have addresses, without secret values in them; the same object if there are none */
    String outOfText(String text) {
        return outOf(text, false, AFTER_A_VALUE_IN_TEXT);
    }

    private String outOf(String text, boolean beginsWithName, String afterValue) {
        StringBuilder safe = null;
        int copied = 0;
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            if (equals < copied || !isAfterSecretName(text, equals, beginsWithName))
                continue;
            safe = safe == null ? new StringBuilder(text.length()) : safe;
            safe.append(text, copied, equals + 1).append(SafeUrls.REDACTED);
            copied = endOfValue(text, equals + 1, afterValue);
        }
        return safe == null ? text : safe.append(text, copied, text.length()).toString();
    }

    private boolean isAfterSecretName(String text, int equals, boolean beginsWithName) {
        int start = equals;
        while (start > 0 && BEFORE_A_NAME.indexOf(text.charAt(start - 1)) < 0) {
            if (equals - --start > longestName)
                return false;
        }
        return (start > 0 || beginsWithName) && names.contains(text.substring(start, equals).toLowerCase(Locale.ROOT));
    }

    private static int endOfValue(String text, int start, String afterValue) {
        int end = start;
        while (end < text.length() && afterValue.indexOf(text.charAt(end)) < 0)
            end++;
        return end;
    }
}
