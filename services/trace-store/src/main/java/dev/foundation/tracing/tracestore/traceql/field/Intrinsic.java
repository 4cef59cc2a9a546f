package dev.foundation.tracing.tracestore.traceql.field;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What spans, their traces, events and links have without being told. Where there are two spellings, with and without scope,
 * they mean the same.
 */
public enum Intrinsic {
    DURATION("duration", "span:duration", ValueType.DURATION),
    NAME("name", "span:name", ValueType.STRING),
    STATUS("status", "span:status", ValueType.STATUS),
    STATUS_MESSAGE("statusMessage", "span:statusMessage", ValueType.STRING),
    KIND("kind", "span:kind", ValueType.KIND),
    SPAN_ID("span:id", "", ValueType.STRING),
    PARENT_ID("span:parentID", "", ValueType.STRING),
    CHILD_COUNT("span:childCount", "", ValueType.INT),
    ROOT_NAME("rootName", "trace:rootName", ValueType.STRING),
    ROOT_SERVICE("rootServiceName", "trace:rootService", ValueType.STRING),
    TRACE_DURATION("traceDuration", "trace:duration", ValueType.DURATION),
    TRACE_ID("trace:id", "", ValueType.STRING),
    EVENT_NAME("event:name", "", ValueType.STRING),
    EVENT_TIME("event:timeSinceStart", "", ValueType.DURATION),
    LINK_TRACE_ID("link:traceID", "", ValueType.STRING),
    LINK_SPAN_ID("link:spanID", "", ValueType.STRING),
    INSTRUMENTATION_NAME("instrumentation:name", "", ValueType.STRING),
    INSTRUMENTATION_VERSION("instrumentation:version", "", ValueType.STRING),
    NESTED_SET_LEFT("nestedSetLeft", "", ValueType.INT),
    NESTED_SET_RIGHT("nestedSetRight", "", ValueType.INT),
    NESTED_SET_PARENT("nestedSetParent", "", ValueType.INT);

    private final String label;
    private final String otherLabel;
    private final ValueType type;

    Intrinsic(String label, String otherLabel, ValueType type) {
        this.label = label;
        this.otherLabel = otherLabel;
        this.type = type;
    }

    /** @return null if nothing is called so */
    public static @Nullable Intrinsic of(String name) {
        return Arrays.stream(values()).filter(each -> each.label.equals(name) || each.otherLabel.equals(name)).findFirst()
                .orElse(null);
    }

    /** The name by which an answer shows it. */
    public String label() {
        return label;
    }

    /** @return empty if there is but one spelling */
    public String otherLabel() {
        return otherLabel;
    }

    public ValueType type() {
        return type;
    }

    boolean isOfEvent() {
        return this == EVENT_NAME || this == EVENT_TIME;
    }

    boolean isOfLink() {
        return this == LINK_TRACE_ID || this == LINK_SPAN_ID;
    }

    boolean isSpanId() {
        return this == SPAN_ID || this == PARENT_ID || this == LINK_SPAN_ID;
    }
}
