package dev.foundation.tracing.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.demo.launch.LaunchListener;
import dev.foundation.tracing.demo.launch.Shop;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.Waterfall;

/** Tells the user what happens, on the terminal. */
final class Narrator implements LaunchListener {

    private static final long SILENCE_SECONDS = 5;
    // A closed terminal may end a service a moment before the supervisor hears of it.
    private static final long DEATH_DELAY_SECONDS = 1;

    private final Terminal terminal;
    private final Ending ending;
    private final PrintStream out;
    private final Set<String> awaited = new ConcurrentSkipListSet<>();
    private final long begin = System.nanoTime();

    Narrator(Terminal terminal, Ending ending) {
        this.terminal = terminal;
        this.ending = ending;
        out = terminal.output();
    }

    void begins(DemoSettings settings) {
        out.println("\nStarting the shop. Logs: " + settings.root().relativize(settings.work().resolve("logs")) + "\n");
        tellAfterSilence();
    }

    @Override
    public void starting(String name) {
        awaited.add(name);
    }

    @Override
    public void ready(String name, Duration took, String address) {
        awaited.remove(name);
        if (!ending.hasBegun())
            out.println(String.format(Locale.ROOT, "  %-12s ready after %4.1f s   %s", name, seconds(took), address));
    }

    void allReady() {
        out.println(
                String.format(Locale.ROOT, "%n  ready after %.1f s%n", seconds(Duration.ofNanos(System.nanoTime() - begin))));
    }

    void ordered(FirstOrder order) {
        out.println("POST " + order.uri() + "  " + FirstOrder.BODY);
        out.println(order.status() + "  " + order.answer() + "\n");
    }

    void show(Trace trace, Shop shop) {
        Waterfall waterfall = Waterfall.plain().in(terminal.charset());
        out.println((terminal.coloured() ? waterfall.coloured() : waterfall).draw(trace));
        out.println("  this trace   " + shop.traceStore() + "/trace/" + trace.traceId());
    }

    void invite(Shop shop) {
        out.println("  all traces   " + shop.traceStore());
        out.println("  the shop     " + shop.storefront());
        out.println("\n  To see a payment fail, order with a fault:\n");
        out.println("    " + FaultyOrder.command(shop.storefront(), System.getProperty("os.name")));
        out.println("\nCtrl-C ends it.");
    }

    void failed(Throwable reason) {
        complain(String.valueOf(reason.getMessage()));
    }

    @Override
    public void died(String name, int exitCode, Path logFile) {
        CompletableFuture.delayedExecutor(DEATH_DELAY_SECONDS, TimeUnit.SECONDS).execute(
                () -> complain(name + " has ended with exit code " + exitCode + "; its log is " + logFile));
    }

    @Override
    public void stopped() {
        out.println("\nstopped");
    }

    private void tellAfterSilence() {
        CompletableFuture.delayedExecutor(SILENCE_SECONDS, TimeUnit.SECONDS).execute(() -> {
            if (awaited.isEmpty() || ending.hasBegun())
                return;
            out.println("  ... waiting for " + String.join(", ", awaited));
            tellAfterSilence();
        });
    }

    private void complain(String reason) {
        if (!ending.hasBegun())
            out.println("\n" + reason + "\n");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
