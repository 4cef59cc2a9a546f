package dev.foundation.tracing.traffic;

import java.net.URI;
import java.time.Duration;

/** The settings as they are if nothing is set, but for what a test is about. */
record Settings(URI target, Profile profile, double rate, Duration quiet, Duration burst, double orderShare, double faultShare,
        int mostAtOnce, Duration reportEvery) implements TrafficConfig {

    static Settings usual() {
        return new Settings(URI.create("http://localhost:8080"), Profile.STEADY, 5, Duration.ofSeconds(20),
                Duration.ofSeconds(5), 0.3, 0.1, 64, Duration.ofSeconds(10));
    }

    Settings at(URI other) {
        return new Settings(other, profile, rate, quiet, burst, orderShare, faultShare, mostAtOnce, reportEvery);
    }

    Settings at(double otherRate) {
        return new Settings(target, profile, otherRate, quiet, burst, orderShare, faultShare, mostAtOnce, reportEvery);
    }

    Settings withShares(double orders, double faults) {
        return new Settings(target, profile, rate, quiet, burst, orders, faults, mostAtOnce, reportEvery);
    }

    Settings withAtOnce(int most) {
        return new Settings(target, profile, rate, quiet, burst, orderShare, faultShare, most, reportEvery);
    }

    Settings reporting(Duration every) {
        return new Settings(target, profile, rate, quiet, burst, orderShare, faultShare, mostAtOnce, every);
    }
}
