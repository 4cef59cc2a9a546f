package dev.foundation.tracing.shop.storefront;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether callers may ask for faults. */
@ConfigMapping(prefix = "shop.faults")
interface FaultsConfig {

    /** False: baggage that asks for a fault is dropped here, at the edge, as it must be in production. */
    @WithDefault("false")
    boolean enabled();
}
