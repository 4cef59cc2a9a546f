package dev.foundation.tracing.benchmarks.store;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.tracestore.TraceStoreMain;

/** The trace store as a process of its own, on one core and with a small heap. */
final class StoreProcess implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Process process;
    private final Target target;
    private final Path log;
    private Duration startTime = Duration.ZERO;

    private StoreProcess(Process process, Target target, Path log) {
        this.process = process;
        this.target = target;
        this.log = log;
    }

    /** @param maxBytes as its argument says it */
    static StoreProcess start(String maxBytes) throws IOException, InterruptedException {
        int queryPort = freePort();
        int otlpPort = freePort();
        Path log = Files.createTempFile("trace-store", ".log");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(TASKSET))
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        command.addAll(List.of(JAVA.toString(), "-Xmx512m", "-XX:ActiveProcessorCount=1", "-cp", classPath(),
                TraceStoreMain.class.getName(), "--query-port", "" + queryPort, "--otlp-http-port", "" + otlpPort,
                "--otlp-grpc-port", "0", "--max-bytes", maxBytes));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        StoreProcess store = new StoreProcess(process, new Target(local(queryPort), local(otlpPort)), log);
        store.awaitStart();
        store.startTime = Duration.ofNanos(System.nanoTime() - start);
        return store;
    }

    Target target() {
        return target;
    }

    /** From the start of the process to its first answer that it is ready. */
    Duration startTime() {
        return startTime;
    }

    /** @return what it has used of its core so far: on a busy machine, this tells more than any clock */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** @return whether it still runs, and has said nothing of memory */
    boolean isWell() throws IOException {
        return process.isAlive() && !Files.readString(log).contains("OutOfMemoryError");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS))
            process.destroyForcibly().waitFor();
        Files.delete(log);
    }

    private void awaitStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new IOException("the trace store did not start: see " + log);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            return target.get("/ready").statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    // A packaged application's own class path is its launcher alone; its libraries lie beside it.
    private static String classPath() {
        String own = System.getProperty("java.class.path");
        Path launcher = Path.of(own.split(File.pathSeparator, 2)[0]);
        return launcher.endsWith("quarkus-run.jar") ? launcher.resolveSibling("lib").resolve("main") + "/*" : own;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
