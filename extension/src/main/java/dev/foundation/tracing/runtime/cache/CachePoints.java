package dev.foundation.tracing.runtime.cache;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.span.SpanOpener;

/** The caches of a running application. Safe from any thread. */
public final class CachePoints {

    /** Names come from code, but nothing stops an application from making them up: what is beyond is not remembered. */
    private static final int MOST = 1_000;

    private static final String UNNAMED = "unnamed";

    private static volatile CachePoints installed = unseen();

    private final Map<String, CachePoint> asides = new ConcurrentHashMap<>();
    private final Map<String, CacheNumbers> numbers = new ConcurrentHashMap<>();
    private final Set<String> excluded;
    private final @Nullable SpanOpener opener;
    private final @Nullable Meters meters;
    private final @Nullable KeyHash hash;

    /**
     * @param opener opens the spans; null for none
     * @param meters gets the metrics; null for none
     */
    public CachePoints(TracingRunTimeConfig.Cache config, @Nullable SpanOpener opener, @Nullable Meters meters) {
        this.excluded = config.exclude().orElse(Set.of());
        this.opener = config.enabled() ? opener : null;
        this.meters = config.enabled() && config.metrics() ? meters : null;
        this.hash = config.keyHash() ? config.keyHashSecret().map(KeyHash::with).orElseGet(KeyHash::ofThisProcess) : null;
    }

    private CachePoints() {
        this.excluded = Set.of();
        this.opener = null;
        this.meters = null;
        this.hash = null;
    }

    /** @return where nothing is seen of any cache */
    public static CachePoints unseen() {
        return new CachePoints();
    }

    /** @return what is installed; before start-up and after shutdown, where nothing is seen */
    public static CachePoints installed() {
        return installed;
    }

    public static void install(CachePoints points) {
        installed = points;
    }

    /** @return the cache behind {@code cacheAside} calls with that name */
    CachePoint aside(@Nullable String given) {
        String name = given == null ? UNNAMED : given;
        CachePoint known = asides.get(name);
        if (known != null)
            return known;
        CachePoint made = of(name, null);
        return asides.size() < MOST ? asides.computeIfAbsent(name, missing -> made) : made;
    }

    /** @param backend what keeps the values; null if nobody knows */
    public CachePoint of(String name, @Nullable String backend) {
        return excluded.contains(name) ? new CachePoint(name, backend, null, null, null)
                : new CachePoint(name, backend, opener, hash, numbersOf(name));
    }

    private @Nullable CacheNumbers numbersOf(String name) {
        if (meters == null)
            return null;
        CacheNumbers known = numbers.get(name);
        if (known != null || numbers.size() >= MOST)
            return known;
        return numbers.computeIfAbsent(name, missing -> new CacheNumbers(name, meters));
    }
}
