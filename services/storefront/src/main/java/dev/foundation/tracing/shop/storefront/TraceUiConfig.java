package dev.foundation.tracing.shop.storefront;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where traces are shown. */
@ConfigMapping(prefix = "shop.trace-ui")
interface TraceUiConfig {

    /** As the browser reaches it; the page of a trace is {@code /trace/<id>} below it. */
    @WithDefault("http://localhost:3200")
    URI url();
}
