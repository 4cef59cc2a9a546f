package dev.foundation.tracing.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.foundation.tracing.demo.launch.JavaCommand;

/** The packaged payments service, which needs no other, with callers who do not stop until it is gone or they are told to. */
final class PaymentsProcess implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path JAR = ROOT.resolve(Path.of("services", "payments", "target", "quarkus-app", "quarkus-run.jar"));
    static final int CALLERS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger paid = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private final Process process;
    private final Path log;
    private final URI address;
    private volatile boolean calling;

    private PaymentsProcess(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    static PaymentsProcess exportingTo(String endpoint, int port) throws IOException {
        Path log = Files.createTempFile("payments", ".log");
        List<String> command = JavaCommand.withHeap("128m").property("quarkus.http.host", "127.0.0.1")
                .property("quarkus.http.port", port).property("quarkus.otel.exporter.otlp.endpoint", endpoint)
                .property("quarkus.otel.bsp.schedule.delay", "50ms")
                .property("quarkus.log.category.\"dev.foundation.tracing\".level", "DEBUG").jar(JAR);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        PaymentsProcess payments = new PaymentsProcess(process, log, URI.create("http://127.0.0.1:" + port));
        await("payments is ready").atMost(Duration.ofSeconds(90)).ignoreExceptions()
                .until(() -> payments.pay() == 201);
        return payments;
    }

    void beginCalls() {
        calling = true;
        for (int i = 0; i < CALLERS; i++)
            callers.add(new Thread(this::callOn));
        callers.forEach(Thread::start);
    }

    void awaitAnswers(int more) {
        int before = paid.get();
        await(more + " answers").atMost(Duration.ofSeconds(60)).until(() -> paid.get() - before >= more);
    }

    /** @return how many payments it has answered well */
    int paid() {
        return paid.get();
    }

    void endCalls() throws InterruptedException {
        calling = false;
        for (Thread caller : callers)
            caller.join();
    }

    /** Has it end in order, as an orchestrator does. */
    FinalCount terminate() throws Exception {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        endCalls();
        return FinalCount.in(log());
    }

    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    private void callOn() {
        try {
            while (calling) {
                pay();
            }
        } catch (IOException e) {
            calling = false; // it has ended, in the middle of this request
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int pay() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/payments")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"orderId\":\"o-1\",\"amount\":\"12.40\",\"currency\":\"EUR\"}"))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 201)
            paid.incrementAndGet();
        return status;
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
        endCalls();
        Files.delete(log);
    }
}
