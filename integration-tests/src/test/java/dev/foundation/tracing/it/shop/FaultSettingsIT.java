package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.foundation.tracing.demo.launch.JavaCommand;
import dev.foundation.tracing.demo.launch.ShopPorts;

/** A service with its faults set in the environment, as the demo, compose and a cluster set them. */
class FaultSettingsIT {

    private static final Path PAYMENTS = RunningShop.ROOT
            .resolve(Path.of("services", "payments", "target", "quarkus-app", "quarkus-run.jar"));
    private static final Duration LONG = Duration.ofSeconds(60);

    private final int port = ShopPorts.free().payments();
    private final URI address = URI.create("http://127.0.0.1:" + port);

    @TempDir
    private Path directory;
    private Process payments;

    @AfterEach
    void end() {
        payments.destroyForcibly();
    }

    @Test
    void eachServiceTakesItsOwn() throws IOException {
        start(Map.of("SHOP_FAULTS_PAYMENTS_ERROR_RATE", "0.5", "SHOP_FAULTS_PAYMENTS_LATENCY", "0.2S",
                "SHOP_FAULTS_ORDERS_ERROR_RATE", "1"));

        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> request(address).get("/faults").then().statusCode(200)
                .body("errorRate", equalTo(0.5f)).body("latency", equalTo("PT0.2S")));
    }

    @Test
    void aWrongOneKeepsItFromStarting() throws Exception {
        start(Map.of("SHOP_FAULTS_PAYMENTS_LATENCY", "40S"));

        assertThat(payments.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(payments.exitValue()).isNotZero();
        assertThat(Files.readString(directory.resolve("log")))
                .contains("shop.faults.payments is wrong: latency must be from PT0S to PT30S, got PT40S");
    }

    private void start(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("SHOP_FAULTS_ENABLED", "true");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.withHeap("128m").jar(PAYMENTS)).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(all);
        payments = builder.start();
    }
}
