package dev.foundation.tracing.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Knows when the starter is gone, however it went: then this process's standard input ends. */
final class Ending {

    private volatile boolean begun;

    private Ending() {
    }

    /** From here on the JVM exits, with its shutdown hooks, as soon as the input ends. */
    static Ending atEndOf(InputStream input) {
        Ending ending = new Ending();
        Thread watch = new Thread(() -> ending.watch(input), "starter-watch");
        watch.setDaemon(true);
        watch.start();
        return ending;
    }

    boolean hasBegun() {
        return begun;
    }

    private void watch(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as an end.
        }
        begun = true;
        System.exit(0);
    }
}
