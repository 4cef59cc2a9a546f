package dev.foundation.tracing.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.demo.launch.Ports;

class PortCheckTest {

    private static final DemoSettings USUAL = new DemoSettings(Path.of("checkout"), 0, false, "");

    @Test
    void freePortsPass() {
        assertThatCode(() -> check(Set.of(), USUAL)).doesNotThrowAnyException();
    }

    @Test
    void aBusyPortIsNamedTogetherWithACommandThatWorks() {
        assertThatThrownBy(() -> check(Set.of(8081), USUAL)).hasMessage("""
                Port 8081 (catalog) is in use. End what listens there, or move all ports:

                  mvn -Pdemo "-Ddemo.portOffset=100\"""");
    }

    @Test
    void allBusyPortsAreNamedAtOnce() {
        assertThatThrownBy(() -> check(Set.of(8081, 3200, 4318), USUAL))
                .hasMessageStartingWith("Ports 8081 (catalog), 3200 (trace store), 4318 (OTLP over HTTP) are in use.");
    }

    @Test
    void theSuggestedOffsetIsFreeForEveryPort() {
        assertThatThrownBy(() -> check(Set.of(8080, 8180, 4517), USUAL)).hasMessageEndingWith("\"-Ddemo.portOffset=300\"");
    }

    @Test
    void theSuggestedCommandKeepsTheOtherSettings() {
        assertThatThrownBy(() -> check(Set.of(8180), new DemoSettings(Path.of("checkout"), 100, true, "")))
                .hasMessageEndingWith("mvn -Pdemo \"-Ddemo.portOffset=200\" \"-Ddemo.once\"");
    }

    @Test
    void aPortThatAnotherProgramListensOnIsBusy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            DemoSettings settings = USUAL.withPortOffset(port - 8080);

            assertThatThrownBy(() -> new PortCheck(Ports::isFree).check(settings))
                    .hasMessageContaining(port + " (storefront)").hasMessageContaining("mvn -Pdemo \"-Ddemo.portOffset=");
        }
    }

    private static void check(Set<Integer> busy, DemoSettings settings) throws SettingException {
        new PortCheck(port -> !busy.contains(port)).check(settings);
    }
}
