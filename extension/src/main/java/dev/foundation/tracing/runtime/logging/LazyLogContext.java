package dev.foundation.tracing.runtime.logging;

import static io.quarkus.opentelemetry.runtime.OpenTelemetryUtil.PARENT_ID;
import static io.quarkus.opentelemetry.runtime.OpenTelemetryUtil.SAMPLED;
import static io.quarkus.opentelemetry.runtime.OpenTelemetryUtil.SPAN_ID;
import static io.quarkus.opentelemetry.runtime.OpenTelemetryUtil.TRACE_ID;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;

/**
 * A request's log context (MDC) while a span is current: what others have put there, and the ids of the span. The map that
 * Quarkus would have filled at once is filled here when somebody asks for more than one value, or changes something; from then
 * on it is that map. Safe from any thread.
 */
final class LazyLogContext implements ConcurrentMap<String, Object> {

    private final SpanContext span;
    private final @Nullable String parentId;
    /** Never changed, so that it goes on from one span to the next. */
    private final @Nullable Map<String, Object> othersEntries;

    private volatile boolean spanForgotten;
    private volatile @Nullable ConcurrentMap<String, Object> filled;

    /**
     * @param parentId of the span's parent; null for none
     * @param othersEntries without any of the span's keys, not to be changed any more; null if there was no log context before,
     *        or nothing in it
     */
    LazyLogContext(SpanContext span, @Nullable String parentId, @Nullable Map<String, Object> othersEntries) {
        this.span = span;
        this.parentId = parentId;
        this.othersEntries = othersEntries;
    }

    /** @return what others have put into this log context, not to be changed */
    static Map<String, Object> othersEntries(Map<String, Object> logContext) {
        return logContext instanceof LazyLogContext lazy && lazy.filled == null ? lazy.others()
                : withoutSpan(logContext.entrySet());
    }

    static Map<String, Object> withoutSpan(Set<Entry<String, Object>> entries) {
        Map<String, Object> others = new HashMap<>();
        for (Entry<String, Object> entry : entries) {
            if (!isOfSpan(entry.getKey()))
                others.put(entry.getKey(), entry.getValue());
        }
        return others;
    }

    private static boolean isOfSpan(String key) {
        return switch (key) {
            case TRACE_ID, SPAN_ID, SAMPLED, PARENT_ID -> true;
            default -> false;
        };
    }

    private Map<String, Object> others() {
        return othersEntries == null ? Map.of() : othersEntries;
    }

    /** Removes the span's ids from this very object, for another context may have it too. */
    synchronized void forgetSpan() {
        spanForgotten = true;
        if (filled != null)
            removeSpan(filled());
    }

    private static void removeSpan(Map<String, Object> map) {
        map.remove(TRACE_ID);
        map.remove(SPAN_ID);
        map.remove(PARENT_ID);
        map.remove(SAMPLED);
    }

    private ConcurrentMap<String, Object> filled() {
        ConcurrentMap<String, Object> known = filled;
        return known == null ? fill() : known;
    }

    private synchronized ConcurrentMap<String, Object> fill() {
        ConcurrentMap<String, Object> known = filled;
        if (known != null)
            return known;
        // Step by step as Quarkus does it, since the order in which a map shows its entries comes of that.
        ConcurrentMap<String, Object> map = new ConcurrentHashMap<>();
        if (othersEntries != null)
            map.putAll(othersEntries);
        map.put(SPAN_ID, span.getSpanId());
        map.put(TRACE_ID, span.getTraceId());
        map.put(SAMPLED, Boolean.toString(span.isSampled()));
        if (parentId != null)
            map.put(PARENT_ID, parentId);
        if (spanForgotten)
            removeSpan(map);
        filled = map;
        return map;
    }

    @Override
    public @Nullable Object get(Object key) {
        ConcurrentMap<String, Object> known = filled;
        return known == null && key instanceof String name ? unfilled(name) : filled().get(key);
    }

    private @Nullable Object unfilled(String name) {
        if (spanForgotten)
            return others().get(name);
        return switch (name) {
            case TRACE_ID -> span.getTraceId();
            case SPAN_ID -> span.getSpanId();
            case SAMPLED -> Boolean.toString(span.isSampled());
            case PARENT_ID -> parentId;
            default -> others().get(name);
        };
    }

    @Override
    public boolean isEmpty() {
        ConcurrentMap<String, Object> known = filled;
        return known == null ? spanForgotten && others().isEmpty() : known.isEmpty();
    }

    @Override
    public int size() {
        return filled().size();
    }

    @Override
    public boolean containsKey(Object key) {
        return filled().containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
        return filled().containsValue(value);
    }

    @Override
    public @Nullable Object put(String key, Object value) {
        return filled().put(key, value);
    }

    @Override
    public @Nullable Object putIfAbsent(String key, Object value) {
        return filled().putIfAbsent(key, value);
    }

    @Override
    public void putAll(Map<? extends String, ?> entries) {
        filled().putAll(entries);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return filled().remove(key);
    }

    @Override
    public boolean remove(Object key, Object value) {
        return filled().remove(key, value);
    }

    @Override
    public @Nullable Object replace(String key, Object value) {
        return filled().replace(key, value);
    }

    @Override
    public boolean replace(String key, Object oldValue, Object newValue) {
        return filled().replace(key, oldValue, newValue);
    }

    @Override
    public void clear() {
        filled().clear();
    }

    @Override
    public Set<String> keySet() {
        return filled().keySet();
    }

    @Override
    public Collection<Object> values() {
        return filled().values();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return filled().entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || filled().equals(other);
    }

    @Override
    public int hashCode() {
        return filled().hashCode();
    }

    @Override
    public String toString() {
        return filled().toString();
    }
}
