package dev.foundation.tracing.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @Test
    void aServerThatIsNotReadyInTimeIsNotLeftRunning(@TempDir Path work) {
        ShopDirectories directories = new ShopDirectories(work, work.resolve("binaries"));
        directories.makeAnew();
        int port = Ports.choose();
        Postgres postgres = new Postgres(port, directories, new LaunchListener() {
        }, Duration.ofMillis(1));

        assertThatThrownBy(postgres::start).isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("postgresql did not start: ");

        assertThat(directories.data().resolve("postgresql/PG_VERSION")).exists();
        assertThat(directories.data().resolve("postgresql/postmaster.pid")).doesNotExist();
        assertThat(Ports.isFree(port)).isTrue();
    }
}
