package dev.foundation.tracing.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Foundation Tracing, fixed when the application is built. */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.foundation-tracing")
public interface TracingBuildTimeConfig {

    /**
     * Whether the extension does anything. If false, no bytecode is woven and {@code Spans} runs every body without a span;
     * Quarkus's own spans stay as they are.
     */
    @WithDefault("true")
    boolean enabled();
}
