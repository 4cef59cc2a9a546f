package dev.foundation.tracing.it.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tracing never breaks the shop. */
@ExtendWith(RunningShop.class)
class TraceStoreDownIT {

    @AfterEach
    void startTheStoreAgain(ShopUnderTest shop) {
        shop.shop().process("trace-store").restart();
        shop.fulfilledTraceOf(shop.order(ShopUnderTest.TWO_TEAS));
    }

    @Test
    void theServicesServeOnAndTheirLogNamesTheEndpointWithoutAStackTrace(ShopUnderTest shop) throws IOException {
        Path log = shop.shop().process("orders").logFile();
        long before = Files.size(log);
        shop.shop().process("trace-store").kill();

        shop.order(ShopUnderTest.TWO_TEAS).then().statusCode(201);

        await("the log names the endpoint").atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(since(before, log)).anyMatch(line -> line.contains("Failed to export spans")
                        && line.contains(":" + shop.otlpGrpcPort())));
        assertThat(since(before, log)).noneMatch(line -> line.startsWith("\tat "));
    }

    private static List<String> since(long offset, Path log) throws IOException {
        return new String(Files.readAllBytes(log), UTF_8).substring((int) offset).lines()
                .toList();
    }
}
