package dev.foundation.tracing.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkLockTest {

    @TempDir
    private Path checkout;

    @Test
    void aSecondShopInTheSameDirectoryIsRefusedAndLeavesTheFirstOnesDataAlone() throws IOException {
        Path work = checkout.resolve("work");
        Path data = Files.createDirectories(work.resolve("data")).resolve("live");
        Files.writeString(data, "in use");
        try (WorkLock first = WorkLock.of(work)) {
            ShopLauncher second = ShopLauncher.ofCheckout(checkout).workingIn(work);

            assertThatThrownBy(second::start).as("beside %s", first).isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith("another shop is running in " + work + ": end it");
            assertThat(data).exists();
        }
    }

    @Test
    void aShopThatEndedLeavesTheDirectoryToTheNext() {
        Path work = checkout.resolve("work");
        WorkLock.of(work).close();

        assertThatCode(() -> WorkLock.of(work).close()).doesNotThrowAnyException();
    }

    @Test
    void aLaunchThatFailedLeavesTheDirectoryToTheNext() {
        ShopLauncher notBuilt = ShopLauncher.ofCheckout(checkout);

        assertThatThrownBy(notBuilt::start).hasMessageContaining("is not built");
        assertThatThrownBy(notBuilt::start).hasMessageContaining("is not built");
    }
}
