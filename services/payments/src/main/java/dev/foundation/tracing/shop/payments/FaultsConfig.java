package dev.foundation.tracing.shop.payments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether faults may be injected at all. */
@ConfigMapping(prefix = "shop.faults")
interface FaultsConfig {

    /** False: {@code /faults} is not found and fault baggage is ignored, as it must be in production. */
    @WithDefault("false")
    boolean enabled();
}
