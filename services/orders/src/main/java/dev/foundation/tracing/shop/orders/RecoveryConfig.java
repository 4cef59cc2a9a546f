package dev.foundation.tracing.shop.orders;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How orders are found whose process was killed before it knew whether they were paid. */
@ConfigMapping(prefix = "shop.recovery")
interface RecoveryConfig {

    /** How often to look for them. */
    @WithDefault("15S")
    Duration pollInterval();
}
