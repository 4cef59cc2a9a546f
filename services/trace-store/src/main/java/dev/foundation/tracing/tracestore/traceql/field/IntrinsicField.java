package dev.foundation.tracing.tracestore.traceql.field;

/** Something that is no attribute. */
public record IntrinsicField(Intrinsic intrinsic) implements Field {

    @Override
    public Value evaluate(SpanView span) {
        return IntrinsicValues.of(intrinsic, span);
    }

    @Override
    public ValueType type() {
        return intrinsic.type();
    }

    @Override
    public String name() {
        return intrinsic.label();
    }

    @Override
    public Scope scope() {
        if (intrinsic.isOfEvent())
            return Scope.EVENT;
        return intrinsic.isOfLink() ? Scope.LINK : Scope.INTRINSIC;
    }

    @Override
    public String toString() {
        return intrinsic.label();
    }
}
