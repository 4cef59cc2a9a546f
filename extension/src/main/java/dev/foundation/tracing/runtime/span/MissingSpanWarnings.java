package dev.foundation.tracing.runtime.span;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import dev.foundation.tracing.Spans;

/** One warning for each call site that wanted to change a span where none was active. */
public final class MissingSpanWarnings {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    /** Names come from code, so this is far more than an application has; it bounds the memory of one that makes them up. */
    private static final int MOST_CALL_SITES = 1_000;

    private static final String API = Spans.class.getName();

    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final boolean walkStacks;

    /** @param walkStacks whether to find out which line it was, which takes time; else the name has to do */
    public MissingSpanWarnings(boolean walkStacks) {
        this.walkStacks = walkStacks;
    }

    void warnOnce(String what) {
        if (warned.size() >= MOST_CALL_SITES)
            return;
        String callSite = walkStacks ? "'" + what + "' at " + caller() : "'" + what + "'";
        if (warned.add(callSite))
            LOG.warnf("No span is active, so %s goes nowhere: call it inside withSpan or a @Traced method. "
                    + "This is said once for each place.", callSite);
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> !isOurs(frame)).dropWhile(MissingSpanWarnings::isOurs)
                        .findFirst().map(Object::toString).orElse("an unknown place"));
    }

    private static boolean isOurs(StackWalker.StackFrame frame) {
        return frame.getClassName().equals(API);
    }
}
