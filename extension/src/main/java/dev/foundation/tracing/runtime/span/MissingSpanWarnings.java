package dev.foundation.tracing.runtime.span;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/** One warning for each call site that wanted to change a span where none was active. */
final class MissingSpanWarnings {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    /** Names come from code, so this is far more than an application has; it bounds the memory of one that makes them up. */
    private static final int MOST_CALL_SITES = 1_000;

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    void warnOnce(String callSite) {
        if (warned.size() < MOST_CALL_SITES && warned.add(callSite))
            LOG.warnf("No span is active, so '%s' goes nowhere: call it inside withSpan or a @Traced method. "
                    + "This is said once for each name.", callSite);
    }
}
