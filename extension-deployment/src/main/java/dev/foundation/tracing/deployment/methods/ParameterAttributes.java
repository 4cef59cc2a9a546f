package dev.foundation.tracing.deployment.methods;

import static dev.foundation.tracing.deployment.methods.Mistakes.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.deployment.methods.ParameterAttribute.PropertyStep;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;

/** Finds the parameters that become attributes, by OpenTelemetry's annotation on them or on the components of their record. */
final class ParameterAttributes {

    private static final DotName SPAN_ATTRIBUTE = DotName.createSimple(SpanAttribute.class);

    private final IndexView index;
    private final Properties properties;
    private final Mistakes mistakes;

    ParameterAttributes(IndexView index, Mistakes mistakes) {
        this.index = index;
        this.properties = new Properties(index);
        this.mistakes = mistakes;
    }

    List<ParameterAttribute> of(SpanMethod span) {
        MethodInfo method = span.method();
        List<ParameterAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < method.parametersCount(); i++) {
            List<ParameterAttribute> ofComponents = ofComponents(method, i);
            AnnotationInstance annotation = annotation(method, i);
            attributes.addAll(ofComponents);
            if (annotation != null && ofComponents.isEmpty())
                ofParameter(span, i, annotation).ifPresent(attributes::add);
        }
        return attributes;
    }

    private Optional<ParameterAttribute> ofParameter(SpanMethod span, int i, AnnotationInstance annotation) {
        MethodInfo method = span.method();
        String name = method.parameterName(i);
        String key = annotation.value() == null || annotation.value().asString().isEmpty() ? name
                : annotation.value().asString();
        if (key == null) {
            mistakes.add(("@SpanAttribute on parameter %d of %s has no name, and the class file does not hold the parameter's: "
                    + "give it one, or compile with -parameters").formatted(i + 1, signature(method)));
            return Optional.empty();
        }
        if (name == null || !key.startsWith(name + ".") || !properties.hasAny(method.parameterType(i)))
            return Optional.of(new ParameterAttribute(i, key, List.of()));
        return path(span, i, key, key.substring(name.length() + 1));
    }

    private Optional<ParameterAttribute> path(SpanMethod span, int i, String key, String properties) {
        try {
            return Optional.of(new ParameterAttribute(i, key,
                    this.properties.path(span.method().declaringClass(), span.method().parameterType(i), properties)));
        } catch (Properties.NoSuchProperty e) {
            mistakes.add("@SpanAttribute(\"%s\") on %s: %s".formatted(key, signature(span.method()), e.why()));
            return Optional.empty();
        }
    }

    private List<ParameterAttribute> ofComponents(MethodInfo method, int i) {
        ClassInfo type = index.getClassByName(method.parameterType(i).name());
        if (type == null || !type.isRecord())
            return List.of();
        List<ParameterAttribute> attributes = new ArrayList<>();
        for (MethodInfo constructor : type.constructors()) {
            if (!isCanonical(type, constructor))
                continue;
            for (int c = 0; c < constructor.parametersCount(); c++) {
                AnnotationInstance annotation = annotation(constructor, c);
                if (annotation != null)
                    component(method, type, constructor, c, annotation, i).ifPresent(attributes::add);
            }
        }
        return attributes;
    }

    private Optional<ParameterAttribute> component(MethodInfo method, ClassInfo type, MethodInfo constructor, int c,
            AnnotationInstance annotation, int i) {
        String component = type.recordComponentsInDeclarationOrder().get(c).name();
        String key = annotation.value() == null || annotation.value().asString().isEmpty() ? component
                : annotation.value().asString();
        try {
            List<PropertyStep> path = properties.path(method.declaringClass(), Type.create(type.name(), Type.Kind.CLASS),
                    component);
            return Optional.of(new ParameterAttribute(i, key, path));
        } catch (Properties.NoSuchProperty e) {
            mistakes.add("@SpanAttribute(\"%s\") on a component of %s, for %s: %s".formatted(key,
                    constructor.declaringClass().name(),
                    signature(method), e.why()));
            return Optional.empty();
        }
    }

    /** By names, since the compiler leaves annotations of types out of the parameters of a compact constructor. */
    private static boolean isCanonical(ClassInfo type, MethodInfo constructor) {
        return constructor.parameterTypes().stream().map(Type::name).toList()
                .equals(type.recordComponentsInDeclarationOrder().stream().map(c -> c.type().name()).toList());
    }

    private static @Nullable AnnotationInstance annotation(MethodInfo method, int parameter) {
        return method.annotations(SPAN_ATTRIBUTE).stream()
                .filter(found -> found.target().kind() == Kind.METHOD_PARAMETER
                        && found.target().asMethodParameter().position() == parameter)
                .findFirst().orElse(null);
    }
}
