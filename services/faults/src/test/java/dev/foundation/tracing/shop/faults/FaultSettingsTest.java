package dev.foundation.tracing.shop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FaultSettingsTest {

    @Test
    void whatIsSetHoldsFromTheStart() {
        Config config = new Config(true, 0.25, Duration.ofMillis(200));

        assertThat(new Faults(config, "orders").settings()).isEqualTo(new FaultSettings(0.25, Duration.ofMillis(200)));
        assertThat(new Faults(config, "payments").settings()).as("another service's").isEqualTo(FaultSettings.NONE);
    }

    @Test
    void whereFaultsAreNotEnabledNothingElseIsHeeded() {
        Faults faults = new Faults(new Config(false, 1, Duration.ofSeconds(5)), "orders");

        assertThat(faults.settings()).isEqualTo(FaultSettings.NONE);
        assertThat(faults.failsNow()).isFalse();
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThatThrownBy(() -> new Faults(new Config(true, 1.5, Duration.ZERO), "orders"))
                .hasMessage("shop.faults.orders is wrong: errorRate must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> new Faults(new Config(true, 0, Duration.ofMinutes(1)), "orders"))
                .hasMessage("shop.faults.orders is wrong: latency must be from PT0S to PT30S, got PT1M");
    }

    /** Settings of orders. */
    private record Config(boolean enabled, double errorRate, Duration latency)
            implements
                FaultsConfig,
                FaultsConfig.FromTheStart {

        @Override
        public Map<String, FaultsConfig.FromTheStart> services() {
            return Map.of("orders", this);
        }
    }
}
