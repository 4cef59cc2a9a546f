package dev.foundation.tracing.demo.launch;

import java.nio.file.Path;
import java.time.Duration;

/** Hears how the launch goes on. Called from several threads, one call at a time for each name. */
public interface LaunchListener {

    default void starting(String name) {
    }

    /** @param address where it can be reached */
    default void ready(String name, Duration took, String address) {
    }

    /** A process that was ready has ended without being told to. */
    default void died(String name, int exitCode, Path logFile) {
    }

    /** Everything that was started has ended. */
    default void stopped() {
    }
}
