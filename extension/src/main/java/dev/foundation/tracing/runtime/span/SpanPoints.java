package dev.foundation.tracing.runtime.span;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.SpanOptions;
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

    private static final SpanPoints KNOWN = new SpanPoints(MOST);

    private static final SpanOptions PLAIN = SpanOptions.ofKind(SpanKind.INTERNAL);

    private final Map<String, SpanPoint> byName = new ConcurrentHashMap<>();
    private final Map<Place, SpanPoint> byPlace = new ConcurrentHashMap<>();
    private final int most;

    private record Place(String name, String place) {
    }

    /** @param most how many there are of either kind; those beyond are made anew each time */
    SpanPoints(int most) {
        this.most = most;
    }

    /** @return the point of all spans that are begun by that name alone; null is no mistake that may break a request */
    static SpanPoint named(@Nullable String name) {
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

    SpanPoint by(String name) {
        SpanPoint known = byName.get(name);
        if (known != null)
            return known;
        SpanPoint point = new SpanPoint(name, "", PLAIN);
        SpanPoint first = byName.size() < most ? byName.putIfAbsent(name, point) : null;
        return first == null ? point : first;
    }

    SpanPoint by(String place, String name, SpanOptions options) {
        SpanPoint point = new SpanPoint(name, place, options);
        if (byPlace.size() >= most)
            return byPlace.getOrDefault(new Place(name, place), point);
        // Other options: the class was changed and loaded anew.
        return byPlace.merge(new Place(name, place), point, (old, made) -> old.options().equals(options) ? old : made);
    }

    Collection<SpanPoint> points() {
        return Stream.concat(byName.values().stream(), byPlace.values().stream()).toList();
    }
}
