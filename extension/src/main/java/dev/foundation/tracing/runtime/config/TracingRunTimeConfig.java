package dev.foundation.tracing.runtime.config;

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
     * {@code propagateContext()}, {@code traceHeaders()} and {@code x-trace-id} are without a trace. Quarkus's own spans stay
     * as
     * they are.
     */
    @WithDefault("true")
    boolean active();
}
