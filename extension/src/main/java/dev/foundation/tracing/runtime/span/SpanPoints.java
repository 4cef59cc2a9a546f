package dev.foundation.tracing.runtime.span;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.control.SpanPointNumbers;
import io.opentelemetry.api.trace.SpanKind;

/**
 * All places that make spans, as they come to be known: woven methods when they are called for the first time, names when they
 * are used. As many as there are in the code, and bounded for code that makes names up. They outlive the application, whose
 * code
 * may hold them as constants. Safe from any thread.
 */
public final class SpanPoints {

    /** Far more than an application has. */
    private static final int MOST = 5_000;

    /** What OpenTelemetry calls a span without a name. */
    private static final String UNNAMED = "<unspecified span name>";

    /** What stands for all whose names are not remembered. */
    private static final String OTHERS = "<other span names>";

    /** The options of spans that are begun by their name alone. */
    static final SpanOptions PLAIN = SpanOptions.ofKind(SpanKind.INTERNAL);

    private static final SpanPoints KNOWN = new SpanPoints(MOST);

    /** A power of two. */
    private static final int RECENT = 1_024;

    /** Those that were asked for last, by their hash, which is found sooner than in a map. */
    private final AtomicReferenceArray<SpanPoint> recent = new AtomicReferenceArray<>(RECENT);
    private final Map<String, SpanPoint> byName = new ConcurrentHashMap<>();
    private final Map<Place, SpanPoint> byPlace = new ConcurrentHashMap<>();
    private final SpanPoint others = new SpanPoint(OTHERS, "", PLAIN);
    private final int most;
    private volatile Consumer<SpanPoint> newcomers = point -> {
    };
    private volatile Predicate<String> off = name -> false;

    private record Place(String name, String place) {
    }

    /** @param most how many there are of either kind; those beyond are made anew each time, and counted as one */
    SpanPoints(int most) {
        this.most = most;
    }

    /** @return the point of all spans that are begun by that name alone; null is no mistake that may break a request */
    public static SpanPoint named(@Nullable String name) {
        return KNOWN.by(name == null ? UNNAMED : name);
    }

    /**
     * @param place a class and method, or what the spans belong to, for people
     * @return the point there; the same one for the same options
     */
    public static SpanPoint at(String place, String name, SpanOptions options) {
        return KNOWN.by(place, name, options);
    }

    /** @return those that are known by now, in no order */
    public static Collection<SpanPoint> all() {
        return KNOWN.points();
    }

    /** @return those that are known by now, and one for all whose names are not remembered, if there are any */
    public static List<SpanPoint> counted() {
        return KNOWN.countedPoints();
    }

    /**
     * @param told of each point that is known by now, and of each that comes to be known, on the thread that makes it known;
     *        of some maybe twice; null for nobody
     */
    public static void tell(@Nullable Consumer<SpanPoint> told) {
        KNOWN.tellOf(told == null ? point -> {
        } : told);
    }

    void tellOf(Consumer<SpanPoint> told) {
        newcomers = told;
        told.accept(others);
        points().forEach(told);
    }

    List<SpanPoint> countedPoints() {
        SpanPointNumbers beyond = others.read();
        boolean none = beyond.started() == 0 && beyond.droppedBySampling() == 0;
        return Stream.concat(points().stream(), none ? Stream.empty() : Stream.of(others)).toList();
    }

    /** @param off names of points that make no spans from now on; all others do, those to come as well */
    public static void switchOff(Predicate<String> off) {
        KNOWN.turnOff(off);
    }

    void turnOff(Predicate<String> names) {
        off = names;
        points().forEach(this::turn);
    }

    /** After it is known, so that a change meanwhile finds it either here or there. */
    private SpanPoint turn(SpanPoint point) {
        point.turn(!off.test(point.name()));
        return point;
    }

    SpanPoint by(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (RECENT - 1);
        SpanPoint last = recent.getAcquire(slot);
        if (last != null && last.name().equals(name))
            return last;
        SpanPoint known = known(name);
        recent.setRelease(slot, known);
        return known;
    }

    private SpanPoint known(String name) {
        SpanPoint known = byName.get(name);
        if (known != null)
            return known;
        if (byName.size() >= most)
            return turn(new SpanPoint(name, "", PLAIN, others.numbers()));
        SpanPoint point = new SpanPoint(name, "", PLAIN);
        SpanPoint first = byName.putIfAbsent(name, point);
        return first == null ? told(turn(point)) : first;
    }

    private SpanPoint told(SpanPoint point) {
        try {
            newcomers.accept(point);
        } catch (RuntimeException e) {
            TracingFailures.report("span '" + point.name() + "' has no metrics", e);
        }
        return point;
    }

    SpanPoint by(String place, String name, SpanOptions options) {
        Place key = new Place(name, place);
        SpanPoint known = byPlace.get(key);
        if (known != null && known.options().equals(options))
            return known;
        if (known == null && byPlace.size() >= most)
            return turn(new SpanPoint(name, place, options, others.numbers()));
        SpanPoint point = new SpanPoint(name, place, options);
        // Other options: the class was changed and loaded anew.
        SpanPoint now = byPlace.merge(key, point, (old, made) -> old.options().equals(options) ? old : made);
        return now == point ? told(turn(point)) : now;
    }

    Collection<SpanPoint> points() {
        return Stream.concat(byName.values().stream(), byPlace.values().stream()).toList();
    }
}
