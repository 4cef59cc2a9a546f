package dev.foundation.tracing.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with the settings, all at once, in the words of whoever sets them. */
final class ConfigCheck {

    private static final int MOST = 1000;

    private final List<String> mistakes = new ArrayList<>();

    private ConfigCheck() {
    }

    /** @return nothing if all is well */
    static List<String> mistakesIn(TrafficConfig config) {
        ConfigCheck check = new ConfigCheck();
        check.target(config.target());
        check.require(config.rate() > 0 && config.rate() <= MOST, "traffic.rate must be more than 0 and at most " + MOST,
                config.rate());
        check.require(config.mostAtOnce() >= 1 && config.mostAtOnce() <= MOST, "traffic.most-at-once must be from 1 to " + MOST,
                config.mostAtOnce());
        check.share("traffic.order-share", config.orderShare());
        check.share("traffic.fault-share", config.faultShare());
        check.time("traffic.quiet", config.quiet());
        check.time("traffic.burst", config.burst());
        check.time("traffic.report-every", config.reportEvery());
        return check.mistakes;
    }

    private void target(URI target) {
        boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
        require(web && target.getHost() != null, "traffic.target must be an http or https URL", target);
    }

    private void share(String name, double share) {
        require(share >= 0 && share <= 1, name + " must be from 0 to 1", share);
    }

    private void time(String name, Duration time) {
        require(time.toSeconds() >= 1, name + " must be at least a second", time);
    }

    private void require(boolean holds, String rule, Object value) {
        if (!holds)
            mistakes.add(rule + ", got " + value);
    }
}
