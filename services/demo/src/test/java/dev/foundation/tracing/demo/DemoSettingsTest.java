package dev.foundation.tracing.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

    @Test
    void withoutPropertiesTheUsualPortsAreTakenAndTheShopStaysUp() throws SettingException {
        DemoSettings settings = settings(Map.of());

        assertThat(settings.portOffset()).isZero();
        assertThat(settings.once()).isFalse();
        assertThat(settings.command()).isEqualTo("mvn -Pdemo");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "true" })
    void onceNeedsNoValue(String value) throws SettingException {
        assertThat(settings(Map.of("demo.once", value)).once()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ten", "-1", "57453", "1.5" })
    void anOffsetThatMakesNoPortsIsRefused(String value) {
        assertThatThrownBy(() -> settings(Map.of("demo.portOffset", value))).isInstanceOf(SettingException.class)
                .hasMessage("-Ddemo.portOffset must be a number from 0 to 57452, got '" + value + "'");
    }

    @Test
    void trafficIsSteadyOrInBursts() throws SettingException {
        assertThat(settings(Map.of()).traffic()).isEmpty();
        assertThat(settings(Map.of("demo.traffic", "burst")).command()).isEqualTo("mvn -Pdemo \"-Ddemo.traffic=burst\"");
        assertThatThrownBy(() -> settings(Map.of("demo.traffic", "heavy"))).isInstanceOf(SettingException.class)
                .hasMessage("-Ddemo.traffic must be steady or burst, got 'heavy'");
    }

    @Test
    void aDemoThatEndsAtOnceHasNoTraffic() {
        assertThatThrownBy(() -> settings(Map.of("demo.traffic", "steady", "demo.once", "true")))
                .isInstanceOf(SettingException.class).hasMessageEndingWith("drop one");
    }

    @Test
    void demosSideBySideShareNoDirectory() throws SettingException {
        DemoSettings settings = settings(Map.of("demo.root", "checkout"));

        assertThat(settings.work()).isEqualTo(Path.of("checkout/services/demo/target/demo").toAbsolutePath());
        assertThat(settings.withPortOffset(100).work()).isNotEqualTo(settings.work());
    }

    private static DemoSettings settings(Map<String, String> values) throws SettingException {
        Properties properties = new Properties();
        properties.putAll(values);
        return DemoSettings.from(properties);
    }
}
