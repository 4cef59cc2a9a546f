package dev.foundation.tracing.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real PostgreSQL, the real trace store and pretended services. */
class ShopLauncherTest {

    @TempDir
    private static Path checkout;

    @Test
    void theShopComesUpAndEndsWholly() throws IOException, SQLException {
        PretendService.packageAll(checkout);
        List<String> ready = new CopyOnWriteArrayList<>();
        Shop shop = ShopLauncher.ofCheckout(checkout).tellingTo(new LaunchListener() {
            @Override
            public void ready(String name, Duration took, String address) {
                ready.add(name);
            }
        }).start();
        try (shop; Connection database = DriverManager.getConnection(shop.jdbcUrl(), "shop", "shop")) {
            assertThat(ready).containsExactlyInAnyOrder("postgresql", "trace-store", "storefront", "catalog", "orders",
                    "payments");
            assertThat(shop.processes()).allMatch(ShopProcess::isAlive);
            assertThat(database.isValid(1)).isTrue();
        }

        assertThat(shop.processes()).noneMatch(ShopProcess::isAlive);
        assertThat(Ports.isFree(shop.traceStore().getPort())).isTrue();
    }

    @Test
    void trafficGoesToTheStorefrontAndEndsWithTheShop() throws IOException {
        PretendService.packageAll(checkout);
        ShopPorts ports = ShopPorts.free();
        Shop shop = ShopLauncher.ofCheckout(checkout).onPorts(ports).start();
        ShopProcess traffic;
        try (shop) {
            traffic = shop.startTraffic("burst");

            assertThat(traffic.isAlive()).isTrue();
            await().untilAsserted(() -> assertThat(traffic.logFile())
                    .hasContent("burst to http://127.0.0.1:" + ports.storefront()));
            assertThatThrownBy(() -> shop.startTraffic("steady")).isInstanceOf(IllegalStateException.class);
        }

        assertThat(traffic.isAlive()).isFalse();
    }

    @Test
    void aFailureOfOneProcessEndsAll() throws IOException {
        PretendService.packageAll(checkout);
        ShopPorts ports = ShopPorts.free();
        Path databaseReady = checkout.resolve("database-ready");
        ShopLauncher launcher = ShopLauncher.ofCheckout(checkout).onPorts(ports)
                .withEnvironment("payments", "QUARKUS_HTTP_PORT", "none")
                .withEnvironment("payments", PretendService.START_FILE, databaseReady.toString())
                .tellingTo(new LaunchListener() {
                    @Override
                    public void ready(String name, Duration took, String address) {
                        if (name.equals(Postgres.NAME))
                            touch(databaseReady);
                    }
                });

        assertThatThrownBy(launcher::start).isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("payments ended with exit code 1 before it was ready")
                .hasMessageContaining("NumberFormatException");
        assertThat(databaseReady).exists();
        assertThat(ports.byName().values()).allMatch(Ports::isFree);
        assertThat(Ports.isFree(ports.postgres())).isTrue();
    }

    @Test
    void aServiceThatIsNotBuiltIsNamedWithTheCommandThatBuildsIt(@TempDir Path empty) {
        assertThatThrownBy(ShopLauncher.ofCheckout(empty)::start).isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("the service 'storefront' is not built: ")
                .hasMessageEndingWith("is missing. Build it with: mvn -DskipTests package");
    }

    @Test
    void whatAnEarlierRunLeftIsRemoved(@TempDir Path work) throws IOException {
        Path left = Files.createDirectories(work.resolve("data/postgresql/base")).resolve("1");
        Files.writeString(left, "old");

        new ShopDirectories(work, work).makeAnew();

        assertThat(left).doesNotExist();
        assertThat(work.resolve("logs")).isEmptyDirectory();
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
