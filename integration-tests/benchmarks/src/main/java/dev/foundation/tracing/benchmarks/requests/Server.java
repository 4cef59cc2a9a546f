package dev.foundation.tracing.benchmarks.requests;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of this application that serves requests, traced in one way. */
final class Server implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Process process;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Path log;

    private Server(Tracing tracing, Process process, int port, Path log) {
        this.process = process;
        this.log = log;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/prices/asked"))
                .header("traceparent", tracing.traceparent()).timeout(Duration.ofSeconds(10)).build();
    }

    /** @param traces where traces go, over gRPC */
    static Server start(Tracing tracing, URI traces) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile("server", ".log");
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx256m"));
        command.addAll(tracing.jvmOptions());
        command.addAll(List.of("-Dquarkus.http.host-enabled=true", "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.rest-client.prices.url=http://127.0.0.1:" + port,
                "-Dquarkus.otel.exporter.otlp.traces.endpoint=" + traces, "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString(), Requests.SERVE));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile())).start();
        Server server = new Server(tracing, process, port, log);
        server.awaitStart();
        return server;
    }

    private void awaitStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new IOException("the application did not start: see " + log);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            ask();
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** One request, and its answer. */
    void ask() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new IOException("answered " + answer.statusCode() + ": see " + log);
    }

    /** @return what the process has used of all processors so far */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS))
            process.destroyForcibly().waitFor();
        Files.delete(log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
