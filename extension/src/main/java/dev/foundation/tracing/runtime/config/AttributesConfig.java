package dev.foundation.tracing.runtime.config;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.WithDefault;

/** What attributes may hold. */
public interface AttributesConfig {

    /**
     * How many characters an attribute's value may have, stack traces included; what is longer is cut. OpenTelemetry's own
     * {@code quarkus.otel.span.attribute.value.length.limit} and {@code quarkus.otel.attribute.value.length.limit} win. Zero:
     * no bound.
     */
    @WithDefault("32768")
    int longestValue();

    /**
     * How many different values an attribute of the spans of one name may take, roughly, before a warning says so: what is
     * different each time makes metrics of spans expensive, and is often a mistake. Zero: as many as it likes.
     */
    @WithDefault("10000")
    int mostValues();

    /**
     * Keys of attributes that may take as many as they like, besides those that are known to, as {@code url.full} and
     * {@code cache.key.hash}. Empty: no others.
     */
    Optional<Set<String>> unboundedKeys();
}
