package dev.foundation.tracing.traffic;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much traffic there is, and of what kind. */
@ConfigMapping(prefix = "traffic")
interface TrafficConfig {

    /** The storefront. */
    @WithDefault("http://localhost:8080")
    URI target();

    /** {@code steady} or {@code burst}. */
    @WithDefault("steady")
    Profile profile();

    /** Requests a second, more than 0 and at most 1000; ten times as many in a burst. */
    @WithDefault("5")
    double rate();

    /** How long it is quiet between two bursts, at least a second. */
    @WithDefault("20S")
    Duration quiet();

    /** How long a burst lasts, at least a second. */
    @WithDefault("5S")
    Duration burst();

    /** How many of the requests are orders, 0 (none) to 1 (all); the others look at products. */
    @WithDefault("0.3")
    double orderShare();

    /** How many of the requests ask for a fault, 0 (none) to 1 (all). Where faults are not enabled nothing comes of it. */
    @WithDefault("0.1")
    double faultShare();

    /** How many requests may be on their way at once, 1 to 1000; those beyond are left out, and counted. */
    @WithDefault("64")
    int mostAtOnce();

    /** How often it is told what was done, at least a second. */
    @WithDefault("10S")
    Duration reportEvery();
}
