package dev.foundation.tracing.tracestore.ingest;

import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.store.Counters;
import dev.foundation.tracing.tracestore.store.Shortening;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;

/** Attributes and their values, within the limits. */
final class AttributesDecoder {

    private static final int POOLED_KEYS = 4096;
    private static final AttributeValue EMPTY = new AttributeValue.Empty();

    private final Counters counters;
    private final TextDecoder texts;
    private final Pool<String> keys = new Pool<>(POOLED_KEYS);

    AttributesDecoder(Counters counters, TextDecoder texts) {
        this.counters = counters;
        this.texts = texts;
    }

    Attributes decode(List<KeyValue> sent) {
        counters.shortened(Shortening.ATTRIBUTES_DROPPED, beyondLimit(sent));
        return decode(sent, 1);
    }

    /** Those of a resource or a scope, which have to stay within {@link OtlpLimits#ORIGIN_BYTES} together as well. */
    Attributes decodeOrigin(List<KeyValue> sent) {
        List<KeyValue> fitting = new ArrayList<>(Math.min(sent.size(), OtlpLimits.ATTRIBUTES));
        int free = OtlpLimits.ORIGIN_BYTES;
        for (KeyValue entry : sent) {
            // One that is too large gives way to smaller ones behind it: the service's name may be among them.
            if (bytes(entry) <= free) {
                free -= bytes(entry);
                fitting.add(entry);
            }
        }
        counters.shortened(Shortening.ATTRIBUTES_DROPPED, sent.size() - fitting.size());
        return decode(fitting);
    }

    /**
     * @param droppedBefore what the sender says it dropped, an unsigned number
     * @return how many attributes are missing in what {@link #decode(List)} makes of these
     */
    static int dropped(List<KeyValue> sent, int droppedBefore) {
        return DroppedTotal.of(droppedBefore, beyondLimit(sent));
    }

    private static int beyondLimit(List<KeyValue> sent) {
        return Math.max(0, sent.size() - OtlpLimits.ATTRIBUTES);
    }

    // In Protobuf; a long text counts as what will be left of it.
    private static int bytes(KeyValue entry) {
        int value = entry.getValue().getSerializedSize();
        boolean isCut = entry.getValue().hasStringValue() || entry.getValue().hasBytesValue();
        return Math.min(entry.getKeyBytes().size(), OtlpLimits.TEXT_BYTES)
                + (isCut ? Math.min(value, OtlpLimits.TEXT_BYTES) : value);
    }

    private Attributes decode(List<KeyValue> sent, int depth) {
        if (sent.isEmpty())
            return Attributes.NONE;
        List<Attribute> attributes = new ArrayList<>(Math.min(sent.size(), OtlpLimits.ATTRIBUTES));
        for (KeyValue entry : sent.subList(0, Math.min(sent.size(), OtlpLimits.ATTRIBUTES)))
            attributes.add(new Attribute(keys.same(texts.decode(entry.getKey())), decode(entry.getValue(), depth)));
        return new Attributes(attributes);
    }

    private AttributeValue decode(AnyValue sent, int depth) {
        return switch (sent.getValueCase()) {
            case STRING_VALUE -> new AttributeValue.Text(texts.decode(sent.getStringValue()));
            case BOOL_VALUE -> new AttributeValue.Flag(sent.getBoolValue());
            case INT_VALUE -> new AttributeValue.Whole(sent.getIntValue());
            case DOUBLE_VALUE -> new AttributeValue.Real(sent.getDoubleValue());
            case BYTES_VALUE -> AttributeValue.Bytes.of(texts.decode(sent.getBytesValue().toByteArray()));
            case ARRAY_VALUE -> isTooDeep(depth) ? EMPTY : decode(sent.getArrayValue(), depth);
            case KVLIST_VALUE -> isTooDeep(depth) ? EMPTY
                    : new AttributeValue.Mapping(decode(sent.getKvlistValue().getValuesList(), depth + 1));
            case VALUE_NOT_SET -> EMPTY;
        };
    }

    private AttributeValue decode(ArrayValue sent, int depth) {
        int size = Math.min(sent.getValuesCount(), OtlpLimits.VALUES_PER_LIST);
        if (size < sent.getValuesCount())
            counters.shortened(Shortening.VALUES_CUT, 1);
        List<AttributeValue> values = new ArrayList<>(size);
        for (AnyValue value : sent.getValuesList().subList(0, size))
            values.add(decode(value, depth + 1));
        return new AttributeValue.Sequence(values);
    }

    private boolean isTooDeep(int depth) {
        if (depth < OtlpLimits.VALUE_DEPTH)
            return false;
        counters.shortened(Shortening.VALUES_CUT, 1);
        return true;
    }
}
