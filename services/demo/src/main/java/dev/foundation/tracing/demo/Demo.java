package dev.foundation.tracing.demo;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.foundation.tracing.demo.launch.Ports;

/**
 * The starter: runs within Maven, looks whether the ports are free, starts the supervisor and waits for it. All else is the
 * supervisor's, so that nothing is left behind if Maven is killed.
 */
public final class Demo {

    private Demo() {
    }

    /** @param arguments none; see {@link DemoSettings} for the system properties */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            DemoSettings settings = DemoSettings.from(System.getProperties());
            new PortCheck(Ports::isFree).check(settings);
            run(SupervisorProcess.start(settings, Terminal.ofThisProcess()));
        } catch (SettingException e) {
            System.err.println("\n" + e.getMessage() + "\n");
            // An exception would have Maven wrap the message in its own.
            System.exit(1);
        }
    }

    private static void run(SupervisorProcess supervisor) throws InterruptedException {
        AtomicBoolean ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            supervisor.end();
        }, "demo-end"));
        int exitCode = supervisor.waitFor();
        if (ending.get())
            // Back in Maven, the next module would begin, or a build be reported, while the JVM goes down.
            Thread.currentThread().join();
        if (exitCode != 0)
            System.exit(exitCode);
    }
}
