package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main class in a process of its own. */
class TraceStoreMainTest {

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void itSaysWhereItListensAndStopsInOrder() throws Exception {
        Process process = run("--query-port", "0", "--otlp-grpc-port", "0", "--otlp-http-port", "0", "--max-bytes", "1m");
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);

        assertThat(output.readLine()).matches("trace store: .* http://127\\.0\\.0\\.1:\\d+, OTLP/gRPC on 127\\.0\\.0\\.1:\\d+, "
                + "OTLP/HTTP on http://127\\.0\\.0\\.1:\\d+/v1/traces");
        // Not Process.destroy(), which closes the streams that are still read here.
        process.toHandle().destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(output.readLine()).isNull();
        assertThat(errors(process)).isEmpty();
    }

    @Test
    void aBusyPortIsOneLineAndNoStackTrace() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = run("--query-port", "0", "--otlp-grpc-port", "0", "--otlp-http-port", "" + busy.getLocalPort());

            assertThat(errors(process).lines()).singleElement().asString().contains("" + busy.getLocalPort(),
                    "--otlp-http-port");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void argumentsThatMakeNoSenseAreWrongUsage() throws Exception {
        Process process = run("--port", "1");

        assertThat(errors(process).lines()).singleElement().asString().contains("--port", "--help");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void helpListsTheArguments() throws Exception {
        Process process = run("--help");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("--max-bytes");
        assertThat(process.waitFor()).isZero();
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), TraceStoreMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }
}
