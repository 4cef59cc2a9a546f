package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** One process of the shop: the trace store, a service, or its traffic. Safe from any thread. */
public final class ShopProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 40;

    private final ProcessPlan plan;
    private final LaunchListener listener;
    private @Nullable Process process;
    private boolean retired;
    /** Whether an end of the process would be a surprise. */
    private boolean ready;

    ShopProcess(ProcessPlan plan, LaunchListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    public String name() {
        return plan.name();
    }

    public URI address() {
        return plan.address();
    }

    /** Both outputs of all its runs. */
    public Path logFile() {
        return plan.logFile();
    }

    /** @throws IllegalStateException if it was never started */
    public long pid() {
        return started().pid();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Ends it as a crash would, and waits until it has ended. */
    public void kill() {
        Process running = expectEnd();
        running.destroyForcibly();
        await(running, KILLED_WITHIN);
    }

    /** Kills it if it is alive, starts it anew and waits until it is ready. Its log goes on in the same file. */
    public void restart() {
        kill();
        start();
    }

    /** @throws LaunchException if it ends, or is not ready in time */
    void start() {
        long begin = System.nanoTime();
        listener.starting(name());
        Process starting = launch();
        awaitReady(starting, begin + READY_WITHIN.toNanos());
        becomeReady(starting);
        listener.ready(name(), Duration.ofNanos(System.nanoTime() - begin), address().toString());
    }

    /** Asks it to end. It can't be started any more, not even by a thread that is just about to. */
    synchronized void retire() {
        retired = true;
        ready = false;
        if (process != null)
            process.destroy();
    }

    /**
     * After {@link #retire()}: waits until it has ended; kills it if that takes too long.
     *
     * @param deadline of {@link System#nanoTime()}
     */
    void awaitEnd(long deadline) {
        Process ending = current();
        if (ending == null || await(ending, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))))
            return;
        ending.destroyForcibly();
        await(ending, KILLED_WITHIN);
    }

    private synchronized Process launch() {
        if (retired)
            throw new LaunchException(name() + " was stopped before it was started");
        requireFreePort();
        ProcessBuilder builder = new ProcessBuilder(plan.command()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.logFile().toFile()));
        builder.environment().putAll(plan.environment());
        try {
            Process launched = builder.start();
            launched.getOutputStream().close();
            watch(launched);
            process = launched;
            return launched;
        } catch (IOException e) {
            throw new LaunchException(name() + " can't be started: " + e.getMessage(), e);
        }
    }

    // Whoever listens there already would answer in its place, and pass for it.
    private void requireFreePort() {
        int port = plan.readiness() == null ? -1 : plan.readiness().getPort();
        if (port != -1 && Ports.isAnswered(port))
            throw new LaunchException(name() + " can't be started: another program listens on its port " + port
                    + ". End that program, or move the port.");
    }

    private void awaitReady(Process starting, long deadline) {
        try {
            while (plan.readiness() != null && !Readiness.isReady(plan.readiness())) {
                requireAlive(starting);
                if (System.nanoTime() - deadline >= 0)
                    throw new LaunchException(name() + " is not ready after " + READY_WITHIN.toSeconds() + " s ("
                            + plan.readiness() + "); " + LogTail.of(logFile()));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while " + name() + " was starting", e);
        }
    }

    // An end up to here is told by the exception, an end from here on by the listener.
    private synchronized void becomeReady(Process starting) {
        requireAlive(starting);
        ready = !retired;
    }

    private void requireAlive(Process starting) {
        if (!starting.isAlive())
            throw new LaunchException(name() + " ended with exit code " + starting.exitValue() + " before it was ready; "
                    + LogTail.of(logFile()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // There is nobody to hear of a listener that fails.
    private void watch(Process launched) {
        launched.onExit().thenAccept(this::ended);
    }

    private void ended(Process which) {
        if (diedBySurprise(which))
            listener.died(name(), which.exitValue(), logFile());
    }

    private synchronized boolean diedBySurprise(Process which) {
        boolean surprise = ready && which.equals(process);
        if (which.equals(process))
            ready = false;
        return surprise;
    }

    private synchronized Process expectEnd() {
        ready = false;
        return started();
    }

    private synchronized Process started() {
        if (process == null)
            throw new IllegalStateException(name() + " was never started");
        return process;
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private static boolean await(Process process, Duration deadline) {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
