package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.Locale;

import io.quarkus.cache.Cache;

/** Names what keeps a cache's values, by the class that Quarkus or an application has for it. */
final class Backend {

    private Backend() {
    }

    /** @return such as {@code caffeine} for {@code CaffeineCacheImpl}, {@code redis} for {@code RedisCacheImpl} */
    static String of(Cache cache) {
        String name = cache.getClass().getSimpleName().replaceFirst("Impl$", "").replaceFirst("Cache$", "");
        return name.isEmpty() ? "unknown" : name.toLowerCase(Locale.ROOT);
    }
}
