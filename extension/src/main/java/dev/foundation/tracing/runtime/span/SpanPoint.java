package dev.foundation.tracing.runtime.span;

import java.util.Objects;

import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.control.SpanPointNumbers;

/**
 * A place in the code that makes spans. Woven code holds it as a constant, so that nothing is looked up by name; all of them
 * are known to {@link SpanPoints}. Safe from any thread.
 */
public final class SpanPoint {

    private final String name;
    private final String place;
    private final SpanOptions options;
    private final PointNumbers numbers;
    /** Without a fence: who is at it already may see the switch a moment later. */
    private boolean on = true;
    /** Without a fence, as it changes once. */
    private boolean seenInside;

    /**
     * @param name the span's name
     * @param place where it is, for people: a class and method, what it belongs to, or empty if the name says it all
     * @param options kind, constant attributes, and whether it is a root
     */
    SpanPoint(String name, String place, SpanOptions options) {
        this(name, place, options, new PointNumbers());
    }

    SpanPoint(String name, String place, SpanOptions options, PointNumbers numbers) {
        this.name = Objects.requireNonNull(name, "name");
        this.place = Objects.requireNonNull(place, "place");
        this.options = Objects.requireNonNull(options, "options");
        this.numbers = numbers;
    }

    public String name() {
        return name;
    }

    public String place() {
        return place;
    }

    public SpanOptions options() {
        return options;
    }

    /** @return whether it makes spans; if not, what is inside hangs on what is around it */
    public boolean isOn() {
        return on;
    }

    public void turn(boolean onFromNow) {
        on = onFromNow;
    }

    /** A span of this point began inside another. */
    void beginsInside() {
        if (!seenInside)
            seenInside = true;
    }

    /** @return whether spans of this point have begun inside others */
    boolean hasBegunInside() {
        return seenInside;
    }

    PointNumbers numbers() {
        return numbers;
    }

    /** @return what was counted here so far */
    public SpanPointNumbers read() {
        return numbers.read(name, place);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? name : name + " at " + place;
    }
}
