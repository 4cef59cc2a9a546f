package dev.foundation.tracing.shop.faults;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether faults may be injected at all, and which there are from the start. */
@ConfigMapping(prefix = "shop.faults")
public interface FaultsConfig {

    /**
     * False: {@code /faults} is not found, the other settings and fault baggage are ignored, and the edge drops such baggage,
     * as it must be in production.
     */
    @WithDefault("false")
    boolean enabled();

    /** By the services' names, so that one set of settings can be given to all. */
    @WithParentName
    Map<String, FromTheStart> services();

    /** What goes wrong until {@code /faults} says otherwise. */
    interface FromTheStart {

        /** How many of the requests fail, 0 (none) to 1 (all). */
        @WithDefault("0")
        double errorRate();

        /** How long each request is held back, 0 to 30 seconds. */
        @WithDefault("0S")
        Duration latency();
    }
}
