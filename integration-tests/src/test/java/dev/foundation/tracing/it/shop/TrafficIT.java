package dev.foundation.tracing.it.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.foundation.tracing.demo.launch.JavaCommand;

/** The traffic generator as it is packaged. */
@ExtendWith(RunningShop.class)
class TrafficIT {

    private static final Path JAR = RunningShop.ROOT
            .resolve(Path.of("services", "traffic", "target", "quarkus-app", "quarkus-run.jar"));
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** A shop that has just started may be too slow for so many, so that its breaker opens. */
    @AfterEach
    void letOthersPay(ShopUnderTest shop) {
        shop.awaitPayable();
    }

    @Test
    void customersOrderUntilTheyAreToldToGo(ShopUnderTest shop) throws Exception {
        long ordersBefore = shop.storedOrders();
        Process traffic = start(Map.of("TRAFFIC_TARGET", shop.shop().storefront().toString(), "TRAFFIC_RATE", "20",
                "TRAFFIC_ORDER_SHARE", "0.5", "TRAFFIC_FAULT_SHARE", "0", "TRAFFIC_REPORT_EVERY", "1S"));
        await().atMost(LONG).until(() -> log().contains("201: ") && shop.storedOrders() > ordersBefore);

        traffic.destroy();

        assertThat(traffic.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(log()).contains("200: ").containsPattern("slowest .* trace [0-9a-f]{32}").contains("traffic stopped");
    }

    @Test
    void wrongSettingsEndItWithTheReason() throws Exception {
        Process traffic = start(Map.of("TRAFFIC_RATE", "0", "TRAFFIC_FAULT_SHARE", "2"));

        assertThat(traffic.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(traffic.exitValue()).isEqualTo(2);
        assertThat(log()).contains("traffic.rate must be more than 0").contains("traffic.fault-share must be from 0 to 1");
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.withHeap("64m").jar(JAR)).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
