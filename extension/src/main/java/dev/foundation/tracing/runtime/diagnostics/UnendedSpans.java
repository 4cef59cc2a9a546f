package dev.foundation.tracing.runtime.diagnostics;

import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Looks for spans that nobody ends: in development and tests among all of ours, in production among a few that chance picks.
 * Safe from any thread; the memory is bounded.
 */
public final class UnendedSpans {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private static final int BITS = 7;
    static final int ONE_IN = 1 << BITS;
    private static final int MOST_TRACKED = 10_000;
    private static final int MOST_CALL_SITES = 1_000;
    private static final long BETWEEN_LOOKS = TimeUnit.MINUTES.toNanos(1);

    private final Set<TrackedSpan> tracked = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private final Map<Place, UnendedSpan> found = new ConcurrentHashMap<>();
    private final Set<Place> warned = ConcurrentHashMap.newKeySet();
    private final AtomicLong nextLook;
    private final boolean all;
    private final long tooLong;
    private final LongSupplier nanoTime;

    /**
     * @param all whether to look after all spans, and to warn, as in development and tests; else after a sample, silently
     * @param tooLong how long a span is open that is taken for one that never ends; zero for none
     */
    public UnendedSpans(boolean all, Duration tooLong) {
        this(all, tooLong, System::nanoTime);
    }

    UnendedSpans(boolean all, Duration tooLong, LongSupplier nanoTime) {
        this.all = all;
        this.tooLong = tooLong.toNanos();
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong() + BETWEEN_LOOKS);
    }

    /**
     * @param lot by chance, of which the upper bits decide
     * @return whether the span that begins now is to be looked after
     */
    public boolean isDue(int lot) {
        return all || lot >>> (Integer.SIZE - BITS) == 0;
    }

    /**
     * @param whatEndsIt when it is gone, nobody will end the span any more
     * @param place of its span point; may be empty
     * @return to be told when the span ends; null if there are too many
     */
    public @Nullable TrackedSpan track(Object whatEndsIt, ReadableSpan span, String place) {
        long now = nanoTime.getAsLong();
        lookAtThoseGone();
        lookAtThoseOpen(now);
        if (tracked.size() >= MOST_TRACKED)
            return null;
        String callSite = all && place.isEmpty() ? CallSites.ofApi(place) : place;
        TrackedSpan added = new TrackedSpan(whatEndsIt, gone, this, span, callSite, now);
        tracked.add(added);
        return added;
    }

    void forget(TrackedSpan ended) {
        tracked.remove(ended);
    }

    private void lookAtThoseGone() {
        for (Object next = gone.poll(); next != null; next = gone.poll()) {
            // Somebody may have ended it by OpenTelemetry's own means.
            if (next instanceof TrackedSpan span && tracked.remove(span) && span.isOpen())
                add(span.unended(false));
        }
    }

    private void add(UnendedSpan unended) {
        Place place = new Place(unended.name(), unended.callSite());
        if (found.containsKey(place) || found.size() < MOST_CALL_SITES)
            found.merge(place, unended, UnendedSpans::sum);
        warnOnce(unended);
    }

    private void lookAtThoseOpen(long now) {
        long next = nextLook.get();
        if (all && now - next >= 0 && nextLook.compareAndSet(next, now + BETWEEN_LOOKS))
            openTooLong(now).forEach(this::warnOnce);
    }

    private Stream<UnendedSpan> openTooLong(long now) {
        return tooLong == 0 ? Stream.empty()
                : tracked.stream().filter(span -> span.isOpenSince(now - tooLong)).map(span -> span.unended(true));
    }

    private void warnOnce(UnendedSpan unended) {
        if (!all || warned.size() >= MOST_CALL_SITES || !warned.add(new Place(unended.name(), unended.callSite())))
            return;
        LOG.warnf("Span '%s'%s, in trace %s, %s, so it is not exported: close what startSpan(…) returns, best by "
                + "try-with-resources, and subscribe to what a traced method returns. This is said once for each place.",
                unended.name(), unended.callSite().isEmpty() ? "" : ", begun at " + unended.callSite(), unended.traceId(),
                unended.stillOpen() ? "has been open for very long" : "was never ended");
    }

    /** @return what has been found so far, the most frequent first */
    public List<UnendedSpan> found() {
        lookAtThoseGone();
        Map<Place, UnendedSpan> open = new ConcurrentHashMap<>();
        openTooLong(nanoTime.getAsLong()).forEach(span -> open.merge(new Place(span.name(), span.callSite()), span,
                UnendedSpans::sum));
        return Stream.concat(found.values().stream(), open.values().stream())
                .sorted(Comparator.comparingLong(UnendedSpan::count).reversed()).toList();
    }

    private static UnendedSpan sum(UnendedSpan first, UnendedSpan other) {
        return new UnendedSpan(first.name(), first.callSite(), first.stillOpen(), first.traceId(),
                first.count() + other.count());
    }

    private record Place(String name, String callSite) {
    }
}
