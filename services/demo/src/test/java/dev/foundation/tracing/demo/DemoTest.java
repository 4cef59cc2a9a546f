package dev.foundation.tracing.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.foundation.tracing.demo.launch.JavaCommand;
import dev.foundation.tracing.demo.launch.Ports;
import dev.foundation.tracing.demo.launch.PretendService;
import dev.foundation.tracing.demo.launch.ShopPorts;

/** The starter and all its processes as they really are, but for the services. */
class DemoTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path checkout;
    private final int offset = freeOffset();
    private final Path output = checkout.resolve("output-" + offset);
    private final List<ProcessHandle> started = new ArrayList<>();

    @BeforeEach
    void packageServices() throws IOException {
        PretendService.packageAll(checkout);
    }

    @AfterEach
    void endWhatATestLeft() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void onceShowsTheTraceAndEndsByItself() throws Exception {
        Process demo = start("true");

        assertThat(demo.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(output()).isZero();
        awaitStopped();
        assertThat(output()).contains("postgresql").contains("trace " + PretendService.TRACE_ID).contains("order.fulfil")
                .contains("/trace/" + PretendService.TRACE_ID).doesNotContain("SLF4J");
    }

    @Test
    void aTerminatedStarterTakesEverythingDownQuietly() throws Exception {
        Process demo = start("false");
        awaitReady(demo);

        demo.destroy();

        await().atMost(LONG).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        awaitStopped();
        assertThat(output()).endsWith("Ctrl-C ends it.\n\nstopped\n");
    }

    @Test
    void customersThatCameAfterTheFirstOrderAreTakenDownToo() throws Exception {
        Process demo = start("false", "steady");
        awaitReady(demo);
        assertThat(output()).containsPattern("traffic +ready");

        demo.destroy();

        await().atMost(LONG).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        awaitStopped();
        assertThat(output()).doesNotContain("exit code");
    }

    @Test
    void aKilledStarterLeavesNothingBehind() throws Exception {
        Process demo = start("false");
        awaitReady(demo);

        demo.destroyForcibly();

        await().atMost(LONG).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        awaitStopped();
        assertThatNothingIsLeft();
    }

    @Test
    void aStarterKilledWhileTheShopComesUpLeavesNothingBehind() throws Exception {
        Process demo = start("false");
        await().atMost(LONG).until(() -> output().contains("ready after"));
        demo.descendants().forEach(started::add);

        demo.destroyForcibly();

        await().atMost(LONG).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        awaitStopped();
        assertThatNothingIsLeft();
        assertThat(output()).doesNotContain("exit code");
    }

    @Test
    void aBusyPortEndsItBeforeAnythingIsStarted() throws Exception {
        int traceStore = ShopPorts.usual(offset).traceStore();
        try (ServerSocket other = new ServerSocket(traceStore, 1, InetAddress.getLoopbackAddress())) {
            Process demo = start("true");

            assertThat(demo.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(1);
            assertThat(output()).startsWith("\nPort " + other.getLocalPort() + " (trace store) is in use.");
        }
    }

    private Process start(String once) throws IOException {
        return start(once, "");
    }

    private Process start(String once, String traffic) throws IOException {
        List<String> command = JavaCommand.withHeap("64m").property("demo.root", checkout).property("demo.portOffset", offset)
                .property("demo.once", once).property("demo.traffic", traffic).property("native.encoding", "UTF-8")
                .mainClass(System.getProperty("java.class.path"), Demo.class.getName());
        Process demo = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.add(demo.toHandle());
        return demo;
    }

    private void awaitReady(Process demo) throws IOException {
        await().atMost(LONG).untilAsserted(() -> assertThat(output()).contains("Ctrl-C ends it."));
        demo.descendants().forEach(started::add);
        started.add(postgres());
        assertThat(started).hasSizeGreaterThanOrEqualTo(8).allMatch(ProcessHandle::isAlive);
    }

    private void awaitStopped() {
        await().atMost(LONG).untilAsserted(() -> assertThat(output()).endsWith("stopped\n"));
    }

    private void assertThatNothingIsLeft() {
        assertThat(ShopPorts.usual(offset).byName().values()).allMatch(Ports::isFree);
        assertThat(postmasterPid()).doesNotExist();
    }

    private ProcessHandle postgres() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(postmasterPid()).get(0))).orElseThrow();
    }

    private Path postmasterPid() {
        return checkout.resolve("services/demo/target/demo-" + offset + "/data/postgresql/postmaster.pid");
    }

    private String output() {
        try {
            return Files.exists(output) ? Files.readString(output).replace("\r", "") : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freeOffset() {
        return IntStream.generate(() -> Ports.choose() - 8080)
                .filter(offset -> ShopPorts.usual(offset).byName().values().stream().allMatch(Ports::isFree)).findFirst()
                .orElseThrow();
    }
}
