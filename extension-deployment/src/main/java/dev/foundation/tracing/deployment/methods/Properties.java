package dev.foundation.tracing.deployment.methods;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.deployment.methods.ParameterAttribute.PropertyStep;

/** Properties of types: what a method without parameters gives, called {@code items}, {@code getItems} or {@code isItems}. */
final class Properties {

    private static final Pattern DOT = Pattern.compile("\\.");

    private final IndexView index;

    Properties(IndexView index) {
        this.index = index;
    }

    /** Thrown with a message for the author of the annotation. */
    static final class NoSuchProperty extends Exception {

        private static final long serialVersionUID = 1L;

        private final String why;

        NoSuchProperty(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** @return whether the type is one of the application's whose properties can be read, and no text, number or enum */
    boolean hasAny(Type type) {
        ClassInfo known = index.getClassByName(type.name());
        return known != null && !known.isEnum() && !type.name().toString().startsWith("java.");
    }

    /** @param reader the class whose code will read them, and must be allowed to */
    List<PropertyStep> path(ClassInfo reader, Type from, String path) throws NoSuchProperty {
        List<PropertyStep> steps = new ArrayList<>();
        Type type = from;
        for (String property : DOT.splitAsStream(path).toList()) {
            MethodInfo method = find(reader, type, property);
            ClassInfo owner = method.declaringClass();
            steps.add(new PropertyStep(owner.name().toString('/'), method.name(), method.descriptor(), owner.isInterface()));
            type = method.returnType();
        }
        return steps;
    }

    private MethodInfo find(ClassInfo reader, Type type, String property) throws NoSuchProperty {
        String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        for (String name : List.of(property, "get" + capital, "is" + capital)) {
            MethodInfo method = inherited(index.getClassByName(type.name()), name);
            if (method != null && isAllowed(reader, method))
                return method;
        }
        throw new NoSuchProperty("%s has no method %s() or get%s() that %s may call: write one, or remove the annotation"
                .formatted(type.name(), property, capital, reader.name()));
    }

    private @Nullable MethodInfo inherited(@Nullable ClassInfo type, String name) {
        if (type == null)
            return null;
        MethodInfo own = type.method(name);
        if (own != null)
            return own;
        return Stream.concat(Stream.ofNullable(type.superName()), type.interfaceNames().stream()).map(this::known)
                .map(above -> inherited(above, name)).filter(found -> found != null).findFirst().orElse(null);
    }

    private @Nullable ClassInfo known(DotName name) {
        return index.getClassByName(name);
    }

    private static boolean isAllowed(ClassInfo reader, MethodInfo method) {
        ClassInfo owner = method.declaringClass();
        if (Modifier.isStatic(method.flags()) || method.returnType().kind() == Type.Kind.VOID)
            return false;
        boolean samePackage = owner.name().packagePrefixName().equals(reader.name().packagePrefixName());
        boolean isPublic = Modifier.isPublic(owner.flags()) && Modifier.isPublic(method.flags());
        return isPublic || (samePackage && !Modifier.isPrivate(method.flags()));
    }
}
