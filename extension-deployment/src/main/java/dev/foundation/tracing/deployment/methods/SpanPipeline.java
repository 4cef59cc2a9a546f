package dev.foundation.tracing.deployment.methods;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Classes that OpenTelemetry calls while it makes spans: a span of theirs would make another, and that one another. */
final class SpanPipeline {

    private static final List<String> ITS_TYPES = List.of("io.opentelemetry.sdk.", "io.opentelemetry.context.propagation.");

    private final IndexView index;

    SpanPipeline(IndexView index) {
        this.index = index;
    }

    /** @return whether the class extends or implements a type of the pipeline, which itself need not be indexed */
    boolean contains(ClassInfo type) {
        return Stream.concat(Stream.ofNullable(type.superName()), type.interfaceNames().stream()).anyMatch(this::isPart);
    }

    private boolean isPart(DotName type) {
        if (ITS_TYPES.stream().anyMatch(type.toString()::startsWith))
            return true;
        ClassInfo known = index.getClassByName(type);
        return known != null && contains(known);
    }
}
