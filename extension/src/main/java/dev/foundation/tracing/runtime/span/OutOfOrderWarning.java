package dev.foundation.tracing.runtime.span;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/** A span that is closed while one inside it is open, or after another scope was left open, is a mistake to be told once. */
final class OutOfOrderWarning {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");
    private static final AtomicBoolean GIVEN = new AtomicBoolean();

    private OutOfOrderWarning() {
    }

    static void once() {
        if (GIVEN.compareAndSet(false, true))
            LOG.warn("A span was closed while another scope inside it was still open; what was current before that span is "
                    + "current again. Close what startSpan(…) returns in reverse order, best by try-with-resources. "
                    + "This is said once.");
    }
}
