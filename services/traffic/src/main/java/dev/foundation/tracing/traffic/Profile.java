package dev.foundation.tracing.traffic;

import java.time.Duration;

/** How the requests are spread over time. */
enum Profile {

    STEADY {
        @Override
        double rateAfter(Duration running, TrafficConfig config) {
            return config.rate();
        }
    },

    /** It begins quietly. */
    BURST {
        @Override
        double rateAfter(Duration running, TrafficConfig config) {
            long cycle = config.quiet().plus(config.burst()).toMillis();
            boolean quiet = running.toMillis() % cycle < config.quiet().toMillis();
            return quiet ? config.rate() : BURST_FACTOR * config.rate();
        }
    };

    static final int BURST_FACTOR = 10;

    /** @return requests a second */
    abstract double rateAfter(Duration running, TrafficConfig config);
}
