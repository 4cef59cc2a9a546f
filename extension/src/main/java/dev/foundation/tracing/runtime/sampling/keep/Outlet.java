package dev.foundation.tracing.runtime.sampling.keep;

import java.util.function.Consumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Where spans go that are kept in the end. Local roots say why. */
final class Outlet {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("sampling.reason");
    private static final AttributeKey<Boolean> INCOMPLETE = AttributeKey.booleanKey("sampling.incomplete");

    private final Consumer<ReadableSpan> exporter;
    private final Figures figures;

    Outlet(Consumer<ReadableSpan> exporter, Figures figures) {
        this.exporter = exporter;
        this.figures = figures;
    }

    /** @param lacksSpans whether not all that is inside could be held */
    void export(ReadableSpan span, String reason, boolean lacksSpans) {
        boolean isRoot = LocalRoot.is(span);
        figures.keptSpans.increment();
        if (isRoot)
            figures.keptTraces.increment();
        exporter.accept(new KeptSpan(span, isRoot ? why(reason, lacksSpans) : Attributes.empty()));
    }

    private static Attributes why(String reason, boolean lacksSpans) {
        AttributesBuilder why = Attributes.builder().put(REASON, reason);
        return (lacksSpans ? why.put(INCOMPLETE, true) : why).build();
    }
}
