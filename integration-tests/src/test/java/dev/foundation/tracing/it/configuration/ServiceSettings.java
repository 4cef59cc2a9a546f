package dev.foundation.tracing.it.configuration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be set from outside in a program of the shop, one of its services or the traffic: by its own properties and
 * mappings,
 * and by the extensions of Quarkus that it has.
 */
public final class ServiceSettings {

    /** The four services. */
    public static final List<String> SERVICES = List.of("storefront", "catalog", "orders", "payments");

    private static final Path CHECKOUT = Path.of(System.getProperty("project.root"));
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9.-]+)}");
    private static final Pattern MODULE = Pattern.compile("<artifactId>shop-(\\w+)</artifactId>");
    private static final Map<String, Set<String>> BUILT_IN = new ConcurrentHashMap<>();

    private final String service;
    private final Properties properties = new Properties();

    private ServiceSettings(Path root, String service) {
        this.service = service;
        Path file = root.resolve("services").resolve(service).resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ServiceSettings of(String service) {
        return in(CHECKOUT, service);
    }

    /** @param root a copy of this checkout: its properties count, and the classes that were compiled here */
    public static ServiceSettings in(Path root, String service) {
        return new ServiceSettings(root, service);
    }

    /** @return whether the program reads it when it starts */
    public boolean knows(String variable) {
        return keys().anyMatch(key -> asVariable(key).equals(variable))
                || BUILT_IN.computeIfAbsent(service, ServiceSettings::builtIn).contains(variable);
    }

    /** @return where it listens; empty if it does not */
    public Optional<Integer> port() {
        return Optional.ofNullable(properties.getProperty("quarkus.http.port")).map(Integer::valueOf);
    }

    /** @return how long requests that are on their way are waited for */
    public Duration shutdownTimeout() {
        return Duration.parse("PT" + properties.getProperty("quarkus.shutdown.timeout", "0S"));
    }

    private Stream<String> keys() {
        return properties.stringPropertyNames().stream().filter(key -> !key.startsWith("%"))
                .flatMap(key -> Stream.concat(Stream.of(key), REFERENCE.matcher(properties.getProperty(key)).results()
                        .map((MatchResult result) -> result.group(1))));
    }

    private static Set<String> builtIn(String service) {
        try {
            String poms = poms(service);
            Stream<String> modules = Stream.concat(Stream.of(service),
                    MODULE.matcher(poms).results().map((MatchResult module) -> module.group(1))).distinct();
            Stream<String> mapped = modules
                    .map(module -> CHECKOUT.resolve("services").resolve(module).resolve("target/classes"))
                    .flatMap(MappedSettings::of).map(ServiceSettings::asVariable);
            return Stream.concat(mapped, QuarkusSettings.of(poms)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's own, and that of all four services if it is one of them. */
    private static String poms(String service) throws IOException {
        Path services = CHECKOUT.resolve("services");
        String own = Files.readString(services.resolve(service).resolve("pom.xml"));
        return SERVICES.contains(service) ? own + Files.readString(services.resolve("pom.xml")) : own;
    }

    /** As MicroProfile Config turns a property into the name of a variable. */
    private static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
