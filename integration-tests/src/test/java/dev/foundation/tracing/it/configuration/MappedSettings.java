package dev.foundation.tracing.it.configuration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The properties that the mappings among some classes read. */
final class MappedSettings {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String WITHOUT_A_NAME = "io.smallrye.config.WithParentName";

    private MappedSettings() {
    }

    /** @param classes a directory */
    static Stream<String> of(Path classes) {
        return new ClassFileImporter().importPath(classes).stream().filter(type -> type.isAnnotatedWith(MAPPING))
                .flatMap(type -> members(type, type.getAnnotationOfType(MAPPING).get("prefix").orElseThrow().toString()));
    }

    private static Stream<String> members(JavaClass group, String prefix) {
        return group.getMethods().stream().flatMap(method -> {
            String name = method.isAnnotatedWith(WITHOUT_A_NAME) ? prefix : prefix + "." + kebab(method);
            return method.getRawReturnType().isEquivalentTo(Map.class) ? byService(method, name) : Stream.of(name);
        });
    }

    /** The keys of the maps that we have are the names of services. */
    private static Stream<String> byService(JavaMethod method, String prefix) {
        JavaClass group = ((JavaParameterizedType) method.getReturnType()).getActualTypeArguments().get(1).toErasure();
        return ServiceSettings.SERVICES.stream().flatMap(service -> members(group, prefix + "." + service));
    }

    private static String kebab(JavaMethod method) {
        return method.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
