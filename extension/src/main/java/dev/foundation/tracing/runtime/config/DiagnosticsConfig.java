package dev.foundation.tracing.runtime.config;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** What is found out about spans while the application runs. */
public interface DiagnosticsConfig {

    /** How long a span is open that is reported as one that never ends. Zero: none is. */
    @WithDefault("10M")
    Duration openTooLong();
}
