package dev.foundation.tracing.deployment.interception;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.processor.InterceptorBindingRegistrar;

/**
 * What makes CDI put interceptors around methods. It is enough to be right about instances that have interceptors at all: one
 * too many costs an interceptor of ours, which does what woven code would.
 */
final class InterceptorBindings {

    private static final DotName INTERCEPTOR_BINDING = DotName.createSimple("jakarta.interceptor.InterceptorBinding");
    private static final DotName AROUND_INVOKE = DotName.createSimple("jakarta.interceptor.AroundInvoke");
    private static final DotName STEREOTYPE = DotName.createSimple("jakarta.enterprise.inject.Stereotype");

    private final IndexView index;
    private final Set<DotName> bindings;

    InterceptorBindings(IndexView index, List<InterceptorBindingRegistrar> registrars) {
        this.index = index;
        this.bindings = names(index, INTERCEPTOR_BINDING).collect(Collectors.toCollection(HashSet::new));
        registrars.stream().flatMap(registrar -> registrar.getAdditionalBindings().stream())
                .forEach(binding -> bindings.add(binding.getName()));
        addStereotypes(names(index, STEREOTYPE).toList());
    }

    /** Again until there are no more: a stereotype may have the binding from another. */
    private void addStereotypes(List<DotName> stereotypes) {
        boolean more = true;
        while (more)
            more = bindings.addAll(stereotypes.stream().filter(this::isBound).toList());
    }

    private static Stream<DotName> names(IndexView index, DotName annotation) {
        return index.getAnnotations(annotation).stream().map(found -> found.target().asClass().name());
    }

    private boolean isBound(DotName type) {
        ClassInfo known = index.getClassByName(type);
        return known != null && known.declaredAnnotations().stream().anyMatch(this::isBinding);
    }

    private boolean isBinding(AnnotationInstance annotation) {
        return bindings.contains(annotation.name());
    }

    /** @param annotations of the method, those included that other extensions add */
    boolean surround(MethodInfo method, Collection<AnnotationInstance> annotations) {
        return annotations.stream().anyMatch(this::isBinding) || surroundMethodsOf(method.declaringClass());
    }

    /** A subclass that is a bean has interceptors around what it inherits. */
    private boolean surroundMethodsOf(ClassInfo type) {
        return Stream.concat(above(type), index.getAllKnownSubclasses(type.name()).stream()).anyMatch(this::bindsItsMethods);
    }

    private Stream<ClassInfo> above(@Nullable ClassInfo type) {
        return type == null ? Stream.empty()
                : Stream.concat(Stream.of(type),
                        above(type.superName() == null ? null : index.getClassByName(type.superName())));
    }

    private boolean bindsItsMethods(ClassInfo type) {
        return type.declaredAnnotations().stream().anyMatch(this::isBinding)
                || type.methods().stream().anyMatch(method -> method.hasDeclaredAnnotation(AROUND_INVOKE));
    }
}
