package dev.foundation.tracing.runtime.cache;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import dev.foundation.tracing.runtime.metrics.DurationMeter;
import dev.foundation.tracing.runtime.metrics.MeterName;
import dev.foundation.tracing.runtime.metrics.Meters;

/** What is counted of one cache, under other names than those of quarkus-cache, which counts too. */
final class CacheNumbers {

    private static final String LOOKUPS = "foundation.tracing.cache.lookups";
    private static final String LOAD_DURATION = "foundation.tracing.cache.load.duration";

    /** The value was there. */
    final LongAdder hits;
    /** It was not, and the caller loaded it, or would have. */
    final LongAdder misses;
    /** It came with the load of another caller, who this one waited for. */
    final LongAdder coalesced;
    /** The cache did not answer. */
    final LongAdder errors;
    final DurationMeter loads;

    private final String cache;
    private final Meters meters;

    CacheNumbers(String cache, Meters meters) {
        this.cache = cache;
        this.meters = meters;
        hits = lookups("hit");
        misses = lookups("miss");
        coalesced = lookups("coalesced");
        errors = lookups("error");
        loads = meters.duration(new MeterName(LOAD_DURATION, "How long it took to load what a cache did not have", "s",
                Map.of("cache.name", cache)));
    }

    private LongAdder lookups(String result) {
        LongAdder count = new LongAdder();
        meters.counter(new MeterName(LOOKUPS, "Lookups in a cache, by how they ended", "{lookup}",
                Map.of("cache.name", cache, "cache.result", result)), count::sum);
        return count;
    }

    boolean areRead() {
        return meters.areRead();
    }
}
