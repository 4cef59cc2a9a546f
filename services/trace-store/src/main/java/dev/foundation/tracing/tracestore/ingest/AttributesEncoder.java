package dev.foundation.tracing.tracestore.ingest;

import java.util.Base64;
import java.util.List;

import com.google.protobuf.ByteString;

import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;

/** Attributes in OTLP's Protobuf. */
final class AttributesEncoder {

    private AttributesEncoder() {
    }

    static List<KeyValue> list(Attributes attributes) {
        return attributes.list().stream()
                .map(attribute -> KeyValue.newBuilder().setKey(attribute.key()).setValue(value(attribute.value())).build())
                .toList();
    }

    private static AnyValue value(AttributeValue value) {
        AnyValue.Builder proto = AnyValue.newBuilder();
        if (value instanceof AttributeValue.Text text)
            proto.setStringValue(text.value());
        else if (value instanceof AttributeValue.Flag flag)
            proto.setBoolValue(flag.value());
        else if (value instanceof AttributeValue.Whole whole)
            proto.setIntValue(whole.value());
        else if (value instanceof AttributeValue.Real real)
            proto.setDoubleValue(real.value());
        else if (value instanceof AttributeValue.Bytes bytes)
            proto.setBytesValue(ByteString.copyFrom(Base64.getDecoder().decode(bytes.base64())));
        else if (value instanceof AttributeValue.Sequence sequence)
            proto.setArrayValue(ArrayValue.newBuilder()
                    .addAllValues(sequence.values().stream().map(AttributesEncoder::value).toList()));
        else if (value instanceof AttributeValue.Mapping mapping)
            proto.setKvlistValue(KeyValueList.newBuilder().addAllValues(list(mapping.entries())));
        return proto.build();
    }
}
