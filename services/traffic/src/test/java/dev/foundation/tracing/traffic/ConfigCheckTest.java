package dev.foundation.tracing.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class ConfigCheckTest {

    @Test
    void theUsualSettingsAreRight() {
        assertThat(ConfigCheck.mistakesIn(Settings.usual())).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnceAsTheyAreSet() {
        Settings wrong = Settings.usual().at(URI.create("storefront:8080")).at(-1).withShares(1.5, Double.NaN).withAtOnce(0)
                .reporting(Duration.ZERO);

        assertThat(ConfigCheck.mistakesIn(wrong)).containsExactly(
                "traffic.target must be an http or https URL, got storefront:8080",
                "traffic.rate must be more than 0 and at most 1000, got -1.0",
                "traffic.most-at-once must be from 1 to 1000, got 0",
                "traffic.order-share must be from 0 to 1, got 1.5",
                "traffic.fault-share must be from 0 to 1, got NaN",
                "traffic.report-every must be at least a second, got PT0S");
    }
}
