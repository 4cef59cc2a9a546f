package dev.foundation.tracing.test.assertions;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.SpanStatus;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** What is true of one span of a trace. Other spans are named as the package says. */
public final class SpanAssert extends AbstractAssert<SpanAssert, TraceSpan> {

    private static final String EXCEPTION = "exception";

    private final TraceAssert whole;
    private final Trace trace;

    SpanAssert(TraceAssert whole, Trace trace, TraceSpan span) {
        super(span, SpanAssert.class);
        this.whole = whole;
        this.trace = trace;
    }

    /** @param value an {@code int} equals a {@code long}, a {@code float} a {@code double}, an array a list */
    public SpanAssert withAttribute(String key, Object value) {
        return check(AttributeCheck.has(actual.attributes(), key, value));
    }

    /** The attribute is there, with any value. */
    public SpanAssert withAttribute(String key) {
        return check(AttributeCheck.has(actual.attributes(), key));
    }

    public SpanAssert withAttributes(Map<String, ?> attributes) {
        attributes.forEach(this::withAttribute);
        return this;
    }

    public SpanAssert withoutAttribute(String key) {
        Object value = actual.attributes().get(key);
        return check(value == null ? null : "expected no " + key + ", was " + Values.show(value, null));
    }

    public SpanAssert inService(String service) {
        return expect("service", service, actual.service());
    }

    public SpanAssert ofKind(SpanKind kind) {
        return expect("kind", kind, actual.kind());
    }

    public SpanAssert withStatus(SpanStatus status) {
        return expect("status", status, actual.status());
    }

    /** Its status is an error. */
    public SpanAssert failed() {
        return withStatus(SpanStatus.ERROR);
    }

    /** Its status is an error whose description, or the message of an exception in it, contains this. */
    public SpanAssert failedWith(String part) {
        failed();
        boolean said = actual.statusMessage().contains(part) || actual.eventsNamed(EXCEPTION).stream()
                .anyMatch(event -> String.valueOf(event.attributes().get("exception.message")).contains(part));
        return check(said ? null : "expected to have failed with '" + part + "', failed with " + reasons());
    }

    /** Its status is no error. */
    public SpanAssert succeeded() {
        return check(actual.isError() ? "expected to have succeeded, failed with " + reasons() : null);
    }

    /** An exception of exactly this class was recorded. */
    public SpanAssert withException(Class<? extends Throwable> type) {
        boolean recorded = actual.eventsNamed(EXCEPTION).stream()
                .anyMatch(event -> type.getName().equals(event.attributes().get("exception.type")));
        return check(recorded ? null : "expected a recorded " + type.getName() + ", failed with " + reasons());
    }

    /** These events and no others, in this order. */
    public SpanAssert withEvents(String... names) {
        return expect("events", List.of(names), eventNames());
    }

    /** The event was recorded, once or more. */
    public SpanAssert withEvent(String name) {
        return withEvent(name, Map.of());
    }

    /** @param attributes what one event of this name has, among others perhaps */
    public SpanAssert withEvent(String name, Map<String, ?> attributes) {
        List<SpanEvent> found = actual.eventsNamed(name);
        if (found.isEmpty())
            return check("expected an event '" + name + "', found " + Failure.quoted(eventNames()));
        boolean met = found.stream().anyMatch(event -> attributes.entrySet().stream()
                .allMatch(wanted -> AttributeCheck.has(event.attributes(), wanted.getKey(), wanted.getValue()) == null));
        return check(met ? null
                : "expected an event '" + name + "' with " + attributes + ", found "
                        + found.stream().map(SpanEvent::attributes).toList());
    }

    public SpanAssert withoutEvents() {
        return withEvents();
    }

    public SpanAssert linkedTo(TraceSpan other) {
        return linkedTo(other.traceId(), other.spanId());
    }

    /**
     * @param traceId 32 hex digits
     * @param spanId 16 hex digits
     */
    public SpanAssert linkedTo(String traceId, String spanId) {
        boolean linked = actual.links().stream()
                .anyMatch(link -> link.traceId().equals(traceId) && link.spanId().equals(spanId));
        return check(
                linked ? null : "expected a link to " + traceId + "/" + spanId + ", found " + actual.links().size() + " links");
    }

    public SpanAssert withoutLinks() {
        return expect("number of links", 0, actual.links().size());
    }

    public SpanAssert isRoot() {
        return check(actual.isRoot() ? null : "expected to be a root, its parent is " + parent());
    }

    /** @param span may be of another service: {@code "POST /payments [orders] CLIENT"} */
    public SpanAssert withParent(String span) {
        boolean met = trace.parent(actual).filter(SpanQuery.of(span)::isMetBy).isPresent();
        return check(met ? null : "expected the parent '" + span + "', was " + parent());
    }

    /** These children and no others, in the order in which they started. */
    public SpanAssert withChildren(String... spans) {
        List<TraceSpan> children = trace.children(actual);
        boolean met = children.size() == spans.length;
        for (int i = 0; met && i < spans.length; i++)
            met = SpanQuery.of(spans[i]).isMetBy(children.get(i));
        return check(met ? null
                : "expected the children " + Failure.quoted(Arrays.asList(spans)) + ", found "
                        + Failure.quoted(children.stream().map(TraceSpan::name).toList()));
    }

    /** A span of this name is its parent, or its parent's parent, and so on. */
    public SpanAssert below(String span) {
        Optional<TraceSpan> above = Ancestry.nearest(trace, actual, SpanQuery.of(span));
        return check(above.isPresent() ? null : "expected to be below '" + span + "', is " + Ancestry.path(trace, actual));
    }

    /** {@link #below} a span of this name, started no earlier and ended no later. */
    public SpanAssert inside(String span) {
        below(span);
        TraceSpan outer = Ancestry.nearest(trace, actual, SpanQuery.of(span)).orElse(actual);
        boolean met = actual.startEpochNanos() >= outer.startEpochNanos() && actual.endEpochNanos() <= outer.endEpochNanos();
        return check(met ? null : "expected to be over when '" + span + "' is, but its time is not inside that one's");
    }

    public SpanAssert lastedAtLeast(Duration least) {
        return check(actual.durationNanos() >= least.toNanos() ? null
                : "expected to last " + least + " at least, lasted " + Duration.ofNanos(actual.durationNanos()));
    }

    /** Back to the whole trace. */
    public TraceAssert and() {
        return whole;
    }

    TraceSpan span() {
        return actual;
    }

    private SpanAssert expect(String what, Object expected, Object found) {
        if (!expected.equals(found))
            fail(what + ": expected " + expected + ", was " + found, expected, found);
        return this;
    }

    private SpanAssert check(@Nullable String complaint) {
        if (complaint != null)
            fail(complaint, null, null);
        return this;
    }

    private void fail(String complaint, @Nullable Object expected, @Nullable Object found) {
        if (info.hasDescription())
            whole.as(info.description());
        whole.fail(
                new Failure(Failure.named(actual) + " is not as expected: " + complaint, Marks.none().wrong(actual, complaint),
                        expected, found));
    }

    private List<String> eventNames() {
        return actual.events().stream().map(SpanEvent::name).toList();
    }

    private String parent() {
        return trace.parent(actual).map(parent -> "'" + SpanQuery.describe(parent) + "'")
                .orElse(actual.isRoot() ? "none" : "missing");
    }

    private String reasons() {
        List<String> reasons = actual.eventsNamed(EXCEPTION).stream()
                .map(event -> event.attributes().get("exception.type") + ": " + event.attributes().get("exception.message"))
                .toList();
        return "status '" + actual.statusMessage() + "' and exceptions " + reasons;
    }
}
