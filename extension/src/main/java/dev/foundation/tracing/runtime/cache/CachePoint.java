package dev.foundation.tracing.runtime.cache;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;

/** One cache: its spans, what is counted of it, and the loads that are going on. Safe from any thread; never throws. */
public final class CachePoint {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private static final String KEY_HASH = "cache.key.hash";

    private final String name;
    private final @Nullable SpanOpener opener;
    private final @Nullable KeyHash hash;
    private final @Nullable CacheNumbers numbers;
    private final SpanPoint get;
    private final SpanPoint fetch;
    private final SpanPoint put;
    private final SpanPoint invalidate;
    private final Loads loads = new Loads();
    private final AtomicBoolean failureTold = new AtomicBoolean();

    /**
     * @param backend what keeps the values; null if nobody knows
     * @param opener null for no spans
     * @param hash null for no hashes
     * @param numbers null for no metrics
     */
    CachePoint(String name, @Nullable String backend, @Nullable SpanOpener opener, @Nullable KeyHash hash,
            @Nullable CacheNumbers numbers) {
        this.name = name;
        this.opener = opener;
        this.hash = hash;
        this.numbers = numbers;
        AttributesBuilder attributes = Attributes.builder().put("cache.name", name);
        if (backend != null)
            attributes.put("cache.backend", backend);
        SpanOptions options = SpanOptions.ofKind(SpanKind.INTERNAL).with(attributes.build());
        this.get = SpanPoints.at("cache " + name, "cache.get", options);
        this.fetch = SpanPoints.at("cache " + name, "cache.fetch", options);
        this.put = SpanPoints.at("cache " + name, "cache.put", options);
        this.invalidate = SpanPoints.at("cache " + name, "cache.invalidate", options);
    }

    /** @return whether lookups are counted, and by somebody read */
    public boolean isCounted() {
        return numbers != null && numbers.areRead();
    }

    /** @return whether a span would be made here and now */
    public boolean isTraced() {
        return opener != null && opener.wouldOpen();
    }

    /** @return whether anybody sees a lookup here and now; a span that there would be otherwise counts as dropped */
    public boolean seesLookup() {
        return isCounted() || (opener != null && opener.wouldOpen(get));
    }

    /** @return whether an invalidation here and now has a span, which counts as dropped otherwise */
    public boolean seesInvalidation() {
        return opener != null && opener.wouldOpen(invalidate);
    }

    /** Begins a lookup; what is done until its span is left or ended is inside that. */
    public CacheSpan get(Object key) {
        return of(get, key);
    }

    /** Begins a load, whoever asks for it. */
    public CacheSpan fetch() {
        return of(fetch, null);
    }

    /** Begins the load of what that lookup did not find. Without a span of its own it has none: a thread may know no parent. */
    public CacheSpan fetchFor(CacheSpan lookup) {
        return lookup.isThere() ? fetch() : CacheSpan.none();
    }

    public CacheSpan put(Object key) {
        return of(put, key);
    }

    /** As {@link #put}, for a lookup. */
    CacheSpan putFor(CacheSpan lookup, Object key) {
        return lookup.isThere() ? put(key) : CacheSpan.none();
    }

    /** @param key null for all, or many */
    public CacheSpan invalidate(@Nullable Object key) {
        return of(invalidate, key);
    }

    private CacheSpan of(SpanPoint point, @Nullable Object key) {
        if (opener == null)
            return CacheSpan.none();
        CacheSpan span = CacheSpan.of(opener.open(point));
        if (span.isThere() && hash != null && key != null)
            span.set(KEY_HASH, hash.of(key));
        return span;
    }

    /** The lookup got a value from the cache. */
    public void hit(CacheSpan span, @Nullable Object value) {
        if (numbers != null)
            numbers.hits.increment();
        found(span, value);
    }

    /** The lookup had to load the value, or had nobody to load it. */
    public void missed(CacheSpan span) {
        if (numbers != null)
            numbers.misses.increment();
        span.set("cache.hit", false);
    }

    /**
     * The value came with the load of another caller. A miss is what loads, so this is a hit.
     *
     * @param by the span of that load; invalid if nobody knows it
     */
    public void coalesced(CacheSpan span, @Nullable Object value, SpanContext by) {
        waited(span, by);
        found(span, value);
    }

    /** This caller waited for the load of another: for nothing, as it seems. */
    public void waited(CacheSpan span, SpanContext by) {
        if (numbers != null)
            numbers.coalesced.increment();
        span.set("cache.coalesced", true);
        span.linkTo(by);
    }

    /** The cache did not answer. */
    public void unanswered(CacheSpan span, Throwable failure) {
        if (numbers != null)
            numbers.errors.increment();
        span.fail(failure);
    }

    private static void found(CacheSpan span, @Nullable Object value) {
        span.set("cache.hit", true);
        if (value == null || (value instanceof Optional<?> optional && optional.isEmpty()))
            span.set("cache.null", true);
    }

    public void loaded(long nanos) {
        if (numbers != null)
            numbers.loads.record(nanos);
    }

    /** The application goes on without the cache: that is on the span, and once in the log. */
    void isOutOfOrder(CacheSpan span, Throwable thrown) {
        Throwable failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        span.fail(failure);
        if (failure instanceof InterruptedException)
            Thread.currentThread().interrupt();
        if (failureTold.compareAndSet(false, true))
            LOG.warnf("The cache '%s' failed, and values are fetched without it: %s. Spans show what it said, and further "
                    + "failures; this line is not repeated.", name, failure.getClass().getName());
    }

    Loads loads() {
        return loads;
    }

    /** A load of that key begins, whether or not another is going on. */
    public void begins(Object key, Load<?> load) {
        loads.begin(key, load);
    }

    /** @return the load that goes on already; null if there is none, and this one has begun */
    @SuppressWarnings("unchecked") // what types a cache has is the application's word
    <V> @Nullable Load<V> beginsUnlessUnderWay(Object key, Load<V> load) {
        return (Load<V>) loads.begin(key, load);
    }

    public void ends(Object key, Load<?> load) {
        load.isOver();
        loads.end(key, load);
    }

    /** @return the load of that key that goes on; null if there is none */
    public @Nullable Load<?> underWay(@Nullable Object key) {
        return loads.underWay(key);
    }

    /** @return the number of the last load that has begun; to be asked before a cache is */
    public long begun() {
        return loads.begun();
    }

    /**
     * @param begunBefore what {@link #begun} was when a caller asked for that key
     * @return the span of the load that has begun and ended since, which is what he waited for; null if there is none
     */
    public @Nullable SpanContext begunAndEndedSince(long begunBefore, @Nullable Object key) {
        return loads.begunAndEndedSince(begunBefore, key);
    }
}
