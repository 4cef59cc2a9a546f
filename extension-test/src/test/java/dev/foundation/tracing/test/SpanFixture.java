package dev.foundation.tracing.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Spans of one trace with everything given but the point of a test. */
public final class SpanFixture {

    public static final String TRACE_ID = "5f1415ffc3670b2f794521fac799e091";
    private static final long TRACE_START = 1_790_000_000_000_000_000L;

    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<SpanEvent> events = new ArrayList<>();
    private final List<SpanLink> links = new ArrayList<>();
    private final String name;
    private SpanKind kind = SpanKind.INTERNAL;
    private String id;
    private @Nullable String parentId;
    private String service = "shop";
    private long startMillis;
    private long millis = 10;
    private SpanStatus status = SpanStatus.UNSET;
    private String statusMessage = "";

    private SpanFixture(String name) {
        this.name = name;
        this.id = name;
    }

    /** Its id is its name. */
    public static SpanFixture aSpan(String name) {
        return new SpanFixture(name);
    }

    public static Trace traceOf(SpanFixture... spans) {
        return Trace.of(TRACE_ID, Arrays.stream(spans).map(SpanFixture::build).toList());
    }

    public SpanFixture withId(String spanId) {
        id = spanId;
        return this;
    }

    public SpanFixture below(String parent) {
        parentId = parent;
        return this;
    }

    public SpanFixture in(String serviceName) {
        service = serviceName;
        return this;
    }

    public SpanFixture of(SpanKind other) {
        kind = other;
        return this;
    }

    public SpanFixture linkedTo(String traceId, String spanId) {
        links.add(new SpanLink(traceId, spanId, Map.of()));
        return this;
    }

    public SpanFixture startingAt(long millisOfTrace) {
        startMillis = millisOfTrace;
        return this;
    }

    public SpanFixture lasting(Duration duration) {
        millis = duration.toMillis();
        return this;
    }

    public SpanFixture failed(String message) {
        status = SpanStatus.ERROR;
        statusMessage = message;
        return this;
    }

    public SpanFixture with(String key, Object value) {
        attributes.put(key, value);
        return this;
    }

    public SpanFixture event(String eventName, long millisOfTrace, Map<String, Object> eventAttributes) {
        events.add(new SpanEvent(eventName, epochNanos(millisOfTrace), eventAttributes));
        return this;
    }

    public TraceSpan build() {
        return new TraceSpan(TRACE_ID, id, parentId, service, name, kind, epochNanos(startMillis),
                Duration.ofMillis(millis).toNanos(), status, statusMessage, attributes, events, links);
    }

    private static long epochNanos(long millisOfTrace) {
        return TRACE_START + Duration.ofMillis(millisOfTrace).toNanos();
    }
}
