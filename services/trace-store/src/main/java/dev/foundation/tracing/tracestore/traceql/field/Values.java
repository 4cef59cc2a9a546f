package dev.foundation.tracing.tracestore.traceql.field;

import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.tracestore.model.AttributeValue;

/** Makes values. */
public final class Values {

    /** What a span does not have. */
    public static final Value NIL = new Value.Nil();

    static final Value TRUE = new Value.Flag(true);
    static final Value FALSE = new Value.Flag(false);

    private Values() {
    }

    public static Value of(boolean flag) {
        return flag ? TRUE : FALSE;
    }

    /** @return nil for what TraceQL has no type for: bytes, maps, mixed and empty lists */
    static Value of(AttributeValue value) {
        if (value instanceof AttributeValue.Text text)
            return new Value.Text(text.value());
        if (value instanceof AttributeValue.Whole whole)
            return new Value.Whole(whole.value());
        if (value instanceof AttributeValue.Real real)
            return new Value.Real(real.value());
        if (value instanceof AttributeValue.Flag flag)
            return of(flag.value());
        if (value instanceof AttributeValue.Sequence sequence)
            return ofList(sequence.values());
        return NIL;
    }

    private static Value ofList(List<AttributeValue> values) {
        List<Value> elements = new ArrayList<>(values.size());
        for (AttributeValue value : values)
            elements.add(of(value));
        if (elements.isEmpty() || elements.stream().anyMatch(value -> value.isNil() || value instanceof Value.Many))
            return NIL;
        boolean mixed = elements.stream().map(Value::type).distinct().count() > 1;
        return mixed ? NIL : new Value.Many(elements);
    }
}
