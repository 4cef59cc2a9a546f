package dev.foundation.tracing.runtime.config;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.WithDefault;

/** What is taken out of spans before they leave the process. */
public interface RedactionConfig {

    /**
     * Whether secrets are: credentials in addresses, parameters of addresses whose names say that they are secrets (see
     * {@code http.secret-parameters}), and attributes whose keys say so. Quarkus's own spans are meant too.
     */
    @WithDefault("true")
    boolean enabled();

    /** Keys of attributes whose values are secrets though their names do not say so. In any case; empty: no others. */
    Optional<Set<String>> keys();

    /** Keys of attributes whose values are no secrets though their names say so. In any case; empty: none. */
    Optional<Set<String>> allowedKeys();
}
