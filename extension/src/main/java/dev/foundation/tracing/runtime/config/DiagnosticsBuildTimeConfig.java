package dev.foundation.tracing.runtime.config;

import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The doctor: one answer to "where are my spans?". */
public interface DiagnosticsBuildTimeConfig {

    /**
     * Whether the report is at {@code /q/foundation-tracing}: on the management interface where there is one. Not set: there,
     * and
     * in dev and test mode; not on the port that serves the application's users.
     */
    Optional<Boolean> endpoint();

    /**
     * Whether readiness tells of exports that fail. An application works without traces, so this is for those that must not
     * run unseen; needs {@code quarkus-smallrye-health}.
     */
    @WithDefault("false")
    boolean readiness();
}
