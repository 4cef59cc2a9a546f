package dev.foundation.tracing.runtime.cache.quarkus;

import dev.foundation.tracing.runtime.cache.CachePoint;

/** A cache that shows what it does. */
interface Traced {

    /** @return the cache as this run of the application sees it */
    CachePoint point();
}
