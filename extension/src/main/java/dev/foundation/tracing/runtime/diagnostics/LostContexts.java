package dev.foundation.tracing.runtime.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.jboss.logging.Logger;

import dev.foundation.tracing.runtime.diagnostics.LostContext.Kind;

/**
 * Counts, for each call site, work that ran without the context it should have had. Below a span nothing is looked at. Safe
 * from any thread; the memory is bounded.
 */
public final class LostContexts {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    /** Names and places come from code, so this is far more than an application has. */
    private static final int MOST_CALL_SITES = 1_000;

    private final Map<Place, Finding> found = new ConcurrentHashMap<>();
    private final Set<Place> ofTimers = ConcurrentHashMap.newKeySet();
    private final boolean walkStacks;

    /**
     * @param walkStacks whether to find out which line it was, and to warn of it, which takes time; else names have to do
     */
    public LostContexts(boolean walkStacks) {
        this.walkStacks = walkStacks;
    }

    /** Something was to change the current span, and there is none. */
    public void spanMissing(String what) {
        String callSite = walkStacks ? CallSites.ofApi("an unknown place") : "";
        if (count(new Place(Kind.NO_SPAN, what, callSite)))
            LOG.warnf("No span is active, so %s goes nowhere: call it inside withSpan or a @Traced method. "
                    + "This is said once for each place.", walkStacks ? "'" + what + "' at " + callSite : "'" + what + "'");
    }

    /**
     * A span is the root of a trace, and nobody said that it is meant to be.
     *
     * @param place of its span point; may be empty
     * @param elsewhereInside whether spans of that point have been seen inside others
     */
    public void rootBegan(String name, String place, boolean elsewhereInside) {
        Thread thread = Thread.currentThread();
        if (!RawThreads.isOfAPool(thread) && !(RawThreads.isUnnamed(thread) && (elsewhereInside || isOfAFuture())))
            return;
        String callSite = walkStacks && place.isEmpty() ? CallSites.ofApi(place) : place;
        Place began = new Place(Kind.NEW_TRACE, name, callSite);
        if (!isOfATimer(began) && count(began) && walkStacks)
            LOG.warnf("Span '%s'%s begins a trace of its own on thread '%s', which knows nothing of the trace that the work "
                    + "belongs to: hand work over by Spans.wrap(…) or withPropagatedContext(…). If it is to be the root of a "
                    + "trace, say so by @Traced(root = true) or SpanOptions.ofRoot(). This is said once for each place.",
                    name, callSite.isEmpty() ? "" : " at " + callSite, thread.getName());
    }

    /** In production the stack is looked at once for each place. */
    private boolean isOfATimer(Place place) {
        if (walkStacks)
            return CallSites.isInside(RawThreads::isATimer);
        if (found.containsKey(place) || found.size() >= MOST_CALL_SITES || ofTimers.size() >= MOST_CALL_SITES)
            return false;
        return ofTimers.contains(place) || (CallSites.isInside(RawThreads::isATimer) && remember(place));
    }

    private boolean remember(Place ofATimer) {
        ofTimers.add(ofATimer);
        return true;
    }

    private boolean isOfAFuture() {
        return walkStacks && CallSites.isInside(RawThreads::isOfAFuture);
    }

    /** @return whether it is the first there */
    private boolean count(Place place) {
        Finding known = found.get(place);
        if (known == null && found.size() >= MOST_CALL_SITES)
            return false;
        Finding first = new Finding(Thread.currentThread().getName());
        Finding finding = known == null ? found.putIfAbsent(place, first) : known;
        (finding == null ? first : finding).count.increment();
        return finding == null;
    }

    /** @return what has been found so far, the most frequent first */
    public List<LostContext> found() {
        return found.entrySet().stream().map(entry -> entry.getValue().at(entry.getKey()))
                .sorted(Comparator.comparingLong(LostContext::count).reversed()).toList();
    }

    private record Place(Kind kind, String what, String callSite) {
    }

    private static final class Finding {

        private final String thread;
        private final LongAdder count = new LongAdder();

        Finding(String thread) {
            this.thread = thread;
        }

        LostContext at(Place place) {
            return new LostContext(place.kind, place.what, place.callSite, thread, count.sum());
        }
    }
}
