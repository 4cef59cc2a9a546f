package dev.foundation.tracing.demo;

/**
 * Runs the shop in a process of its own, for as long as its standard input is open. It alone starts and ends the others, so
 * that a starter that is killed leaves nothing behind.
 */
public final class Supervisor {

    private Supervisor() {
    }

    /** @param arguments none; its starter sets the system properties of {@link DemoSettings} and {@link Terminal} */
    public static void main(String[] arguments) throws InterruptedException, SettingException {
        Signals.ignoreThoseOfTerminals();
        Ending ending = Ending.atEndOf(System.in);
        DemoSettings settings = DemoSettings.from(System.getProperties());
        boolean succeeded = new DemoRun(settings, Terminal.from(System.getProperties()), ending).run();
        if (!ending.hasBegun() && (settings.once() || !succeeded))
            System.exit(succeeded ? 0 : 1);
        Thread.currentThread().join();
    }
}
