package dev.foundation.tracing.runtime.span;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/** Tracing that fails must not fail the request, nor fill the log: the first failure is reported, the others are not. */
public final class TracingFailures {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");
    private static final AtomicBoolean REPORTED = new AtomicBoolean();

    private TracingFailures() {
    }

    public static void report(String what, Throwable cause) {
        if (!REPORTED.compareAndSet(false, true))
            return;
        try {
            LOG.warnf(cause, "Tracing failed, and the application goes on without it: %s. Further failures are not reported.",
                    what);
        } catch (Throwable ignored) {
            // Nothing is left to report it with.
        }
    }
}
