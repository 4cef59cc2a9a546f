package dev.foundation.tracing.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One request to the storefront.
 *
 * @param order what is ordered, as JSON; null to look only
 * @param fault such as {@code fault.payments=error}; null for none
 */
record Visit(String path, @Nullable String order, @Nullable String fault) {

    String name() {
        return (order == null ? "GET " : "POST ") + path + (fault == null ? "" : " with " + fault);
    }
}
