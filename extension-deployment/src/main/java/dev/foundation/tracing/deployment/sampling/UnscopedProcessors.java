package dev.foundation.tracing.deployment.sampling;

import java.util.Set;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.arc.deployment.CustomScopeAnnotationsBuildItem;

/**
 * Has producers that have no scope, or say that they are dependent, make one processor. Quarkus asks for it, and so does who
 * gives it what is kept in the end:
 * each would have another one. OpenTelemetry's own are made by producers alone, for nobody can extend them.
 */
final class UnscopedProcessors implements AnnotationTransformation {

    private static final Set<DotName> PROCESSORS = Set.of(DotName.createSimple(SpanProcessor.class),
            DotName.createSimple(BatchSpanProcessor.class), DotName.createSimple(SimpleSpanProcessor.class));
    private static final DotName INJECTION_POINT = DotName.createSimple(InjectionPoint.class);
    private static final DotName DEPENDENT = DotName.createSimple(Dependent.class);

    private final CustomScopeAnnotationsBuildItem scopes;

    UnscopedProcessors(CustomScopeAnnotationsBuildItem scopes) {
        this.scopes = scopes;
    }

    @Override
    public boolean supports(Kind kind) {
        return kind == Kind.METHOD || kind == Kind.FIELD;
    }

    @Override
    public void apply(TransformationContext producer) {
        if (!producer.hasAnnotation(Produces.class) || !PROCESSORS.contains(produced(producer.declaration()))
                || isScoped(producer) || looksAtItsInjectionPoint(producer.declaration()))
            return;
        producer.remove(annotation -> annotation.name().equals(DEPENDENT));
        producer.add(Singleton.class);
    }

    private static DotName produced(Declaration producer) {
        return (producer.kind() == Kind.METHOD ? producer.asMethod().returnType() : producer.asField().type()).name();
    }

    /** Which only a bean of each injection point's own may. */
    private static boolean looksAtItsInjectionPoint(Declaration producer) {
        return producer.kind() == Kind.METHOD
                && producer.asMethod().parameterTypes().stream().anyMatch(type -> type.name().equals(INJECTION_POINT));
    }

    private boolean isScoped(TransformationContext producer) {
        return scopes.getScope(producer.annotations()).filter(scope -> !scope.name().equals(DEPENDENT)).isPresent();
    }
}
