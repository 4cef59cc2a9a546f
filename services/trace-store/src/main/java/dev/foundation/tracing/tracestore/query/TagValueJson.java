package dev.foundation.tracing.tracestore.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.IntrinsicField;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The values of a tag in Tempo's two versions. */
final class TagValueJson {

    // Nearly every span has another value of these: a list of them helps nobody.
    private static final Set<Intrinsic> WITHOUT_LIST = EnumSet.of(Intrinsic.DURATION, Intrinsic.TRACE_DURATION,
            Intrinsic.SPAN_ID, Intrinsic.PARENT_ID, Intrinsic.TRACE_ID, Intrinsic.CHILD_COUNT, Intrinsic.EVENT_TIME,
            Intrinsic.LINK_SPAN_ID, Intrinsic.LINK_TRACE_ID, Intrinsic.NESTED_SET_LEFT, Intrinsic.NESTED_SET_PARENT,
            Intrinsic.NESTED_SET_RIGHT);

    private TagValueJson() {
    }

    static JsonArray texts(Field field, Tags tags) {
        Set<String> texts = new TreeSet<>();
        values(field, tags).forEach(value -> texts.add(value.text()));
        return new JsonArray(List.copyOf(texts));
    }

    static JsonArray typed(Field field, Tags tags) {
        JsonArray list = new JsonArray();
        for (Value value : values(field, tags)) {
            JsonObject json = new JsonObject().put("type", type(value));
            AttributeJson.putText(json, "value", value.text());
            list.add(json);
        }
        return list;
    }

    private static Collection<Value> values(Field field, Tags tags) {
        Intrinsic intrinsic = field instanceof IntrinsicField of ? of.intrinsic() : null;
        if (intrinsic == Intrinsic.STATUS)
            return new ArrayList<>(Arrays.stream(SpanStatus.Code.values()).map(Value.Status::new).toList());
        if (intrinsic == Intrinsic.KIND)
            return new ArrayList<>(Arrays.stream(SpanKind.values()).map(Value.Kind::new).toList());
        return intrinsic != null && WITHOUT_LIST.contains(intrinsic) ? List.of() : tags.values(field);
    }

    private static String type(Value value) {
        return switch (value.type()) {
            case STRING -> "string";
            case INT -> "int";
            case FLOAT -> "float";
            case BOOLEAN -> "bool";
            case DURATION -> "duration";
            default -> "keyword";
        };
    }
}
