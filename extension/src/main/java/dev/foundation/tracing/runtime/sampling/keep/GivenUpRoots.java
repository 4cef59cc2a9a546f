package dev.foundation.tracing.runtime.sampling.keep;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The newest of the local roots that still run though their trace is no longer held, by their ids. Safe from any thread. */
final class GivenUpRoots {

    private static final int MOST = 1_000;

    private final Map<String, OpenRoot> byId = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenRoot> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Map<String, OpenRoot> roots) {
        byId.putAll(roots);
    }

    /** @return the root if it is among them, which it is no longer */
    synchronized @Nullable OpenRoot take(String spanId) {
        return byId.isEmpty() ? null : byId.remove(spanId);
    }
}
