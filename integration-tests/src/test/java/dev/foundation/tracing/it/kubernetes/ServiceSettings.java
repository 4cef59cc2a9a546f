package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * What can be set in a service from outside: by its own properties and mappings, and by the extensions of Quarkus that it has.
 */
final class ServiceSettings {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9.-]+)}");
    private static final String MAPPING = "io.smallrye.config.ConfigMapping";

    private final Properties properties = new Properties();
    private final Set<String> variables = new HashSet<>();

    ServiceSettings(String service) {
        Path directory = Overlay.ROOT.resolve("services").resolve(service);
        try (Reader reader = Files.newBufferedReader(directory.resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
            keys().forEach(key -> variables.add(variable(key)));
            mappings(directory.resolve("target/classes")).forEach(key -> variables.add(variable(key)));
            QuarkusSettings.of(service).forEach(variables::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the service reads it when it starts */
    boolean knows(String variable) {
        return variables.contains(variable);
    }

    int port() {
        return Integer.parseInt(properties.getProperty("quarkus.http.port"));
    }

    /** @return how long requests that are on their way are waited for */
    Duration shutdownTimeout() {
        return Duration.parse("PT" + properties.getProperty("quarkus.shutdown.timeout"));
    }

    private Stream<String> keys() {
        return properties.stringPropertyNames().stream().flatMap(key -> Stream.concat(Stream.of(key),
                REFERENCE.matcher(properties.getProperty(key)).results().map((MatchResult result) -> result.group(1))));
    }

    private static Stream<String> mappings(Path classes) {
        return new ClassFileImporter().importPath(classes).stream().filter(type -> type.isAnnotatedWith(MAPPING))
                .flatMap(type -> type.getMethods().stream().map(method -> prefix(type) + "." + kebab(method)));
    }

    private static String prefix(JavaClass mapping) {
        return mapping.getAnnotationOfType(MAPPING).get("prefix").orElseThrow().toString();
    }

    private static String kebab(JavaMethod method) {
        return method.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** As MicroProfile Config turns a property into the name of a variable. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
