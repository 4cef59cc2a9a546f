package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL server that runs on a data directory, as that directory itself tells: for one that nobody has a handle of. */
final class Postmaster {

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(6);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 20;

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** Ends the server if there is one, and waits for it. */
    void end() {
        server().ifPresent(Postmaster::end);
    }

    /** @param patience how long a server may take from its start to its note in the directory; without data there is none */
    void end(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean waiting = Files.exists(data);
        while (waiting && server().isEmpty() && System.nanoTime() - deadline < 0)
            waiting = slept();
        end();
    }

    private Optional<ProcessHandle> server() {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
            return ProcessHandle.of(pid).filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    // After a crash the number in the file may long be another process's.
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && process.info().command().map(command -> command.contains("postgres")).orElse(true);
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        if (hasEnded(server, STOPPED_WITHIN))
            return;
        server.destroyForcibly();
        hasEnded(server, KILLED_WITHIN);
    }

    private static boolean hasEnded(ProcessHandle server, Duration deadline) {
        try {
            server.onExit().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !server.isAlive();
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
