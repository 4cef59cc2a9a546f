package dev.foundation.tracing.runtime.config;

import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Foundation Tracing, read when the application starts. */
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
@ConfigMapping(prefix = "quarkus.foundation-tracing")
public interface TracingRunTimeConfig {

    /**
     * Whether the extension makes spans in this run. If false, woven methods and {@code Spans} run every body without a span;
     * Quarkus's own spans stay as they are, and {@code propagateContext()} and {@code traceHeaders()} carry those.
     */
    @WithDefault("true")
    boolean active();

    /**
     * Exceptions that are answers rather than failures: a span that one of them leaves records it, but is not marked as
     * failed. Full class names; their subclasses are meant too. Empty: every exception is a failure, unless its class has
     * {@code @ExpectedException}.
     */
    Optional<Set<String>> expectedExceptions();
}
