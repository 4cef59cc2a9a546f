package dev.foundation.tracing.shop.orders.fulfilment;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How patient fulfilment is. */
@ConfigMapping(prefix = "shop.fulfilment")
interface FulfilmentConfig {

    /** How often to look for orders that nobody said were there: those of a process that was killed, or that failed before. */
    @WithDefault("5S")
    Duration pollInterval();

    /** How long an order waits after its first failure; each further one doubles that, up to five minutes. */
    @WithDefault("1S")
    Duration firstBackoff();
}
