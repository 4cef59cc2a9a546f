package dev.foundation.tracing.shop.storefront;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where traces are shown. */
@ConfigMapping(prefix = "shop.trace-ui")
interface TraceUiConfig {

    /**
     * As the browser reaches it. With <code>{traceId}</code> in it, the page of a trace, whose id goes there; without, that
     * page is {@code /trace/<id>}
     * below it. Empty: the storefront's page has no links to traces.
     */
    @WithDefault("http://localhost:3200")
    Optional<String> url();
}
