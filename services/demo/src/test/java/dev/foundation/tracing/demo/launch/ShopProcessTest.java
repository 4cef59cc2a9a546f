package dev.foundation.tracing.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

class ShopProcessTest {

    @TempDir
    private Path directory;
    private final List<String> deaths = new CopyOnWriteArrayList<>();
    private final List<ShopProcess> processes = new CopyOnWriteArrayList<>();
    private final int port = Ports.choose();

    @AfterEach
    void endProcesses() {
        processes.forEach(ShopProcess::retire);
        processes.forEach(process -> process.awaitEnd(inAMinute()));
    }

    @Test
    void aProcessThatEndsBeforeItIsReadyIsNamedWithItsCodeAndTheEndOfItsLog() {
        ShopProcess process = process("orders", "3");

        assertThatThrownBy(process::start).isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("orders ended with exit code 3 before it was ready; the last lines of ")
                .hasMessageContaining("orders.log:\n  line 11\n").hasMessageEndingWith("  line 30");
    }

    @Test
    void aProcessThatCannotBeStartedIsNamed() {
        ProcessPlan plan = new ProcessPlan("orders", List.of(directory.resolve("no-such-program").toString()), Map.of(),
                directory.resolve("orders.log"), URI.create("http://localhost"), URI.create("http://localhost"));

        assertThatThrownBy(new ShopProcess(plan, listener())::start).isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("orders can't be started: ");
    }

    @Test
    void anotherProgramOnItsPortDoesNotPassForIt() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            assertThatThrownBy(process("orders")::start).isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith("orders can't be started: another program listens on its port " + port);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aProcessThatDoesNotEndInTimeIsKilled() {
        ShopProcess process = process("orders");
        process.start();

        process.retire();
        process.awaitEnd(System.nanoTime());

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aKilledProcessComesBackAtTheSameAddress() {
        ShopProcess process = process("orders");
        process.start();
        long firstPid = process.pid();

        process.kill();
        assertThat(process.isAlive()).isFalse();
        process.restart();

        assertThat(process.isAlive()).isTrue();
        assertThat(process.pid()).isNotEqualTo(firstPid);
        assertThat(deaths).isEmpty();
    }

    @Test
    void aProcessThatDiesByItselfIsReportedOnce() {
        ShopProcess process = process("orders");
        process.start();

        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();

        await().untilAsserted(() -> assertThat(deaths).containsExactly("orders"));
        process.restart();
        assertThat(deaths).containsExactly("orders");
    }

    @Test
    void aProcessThatIsToldToEndIsNotReported() {
        ShopProcess process = process("orders");
        process.start();

        process.retire();
        process.awaitEnd(inAMinute());

        assertThat(process.isAlive()).isFalse();
        assertThat(deaths).isEmpty();
    }

    @Test
    void aProcessThatWasToldToEndIsNotStartedByALateThread() {
        ShopProcess process = process("orders");

        process.retire();

        assertThatThrownBy(process::start).hasMessage("orders was stopped before it was started");
    }

    @Test
    void anEmptyLogIsSaidToBeEmpty() throws IOException {
        Path log = Files.createFile(directory.resolve("empty.log"));

        assertThat(LogTail.of(log)).isEqualTo("its log is empty: " + log);
    }

    private ShopProcess process(String name, String... arguments) {
        URI address = URI.create("http://127.0.0.1:" + port);
        List<String> command = JavaCommand.withHeap("32m").mainClass(System.getProperty("java.class.path"),
                PretendService.class.getName(), arguments);
        ShopProcess process = new ShopProcess(new ProcessPlan(name, command,
                Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), directory.resolve(name + ".log"), address,
                address.resolve("/q/health/ready")), listener());
        processes.add(process);
        return process;
    }

    private static long inAMinute() {
        return System.nanoTime() + Duration.ofMinutes(1).toNanos();
    }

    private LaunchListener listener() {
        return new LaunchListener() {
            @Override
            public void died(String name, int exitCode, Path logFile) {
                deaths.add(name);
            }
        };
    }
}
