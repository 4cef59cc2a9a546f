package dev.foundation.tracing.it.compose;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one of the four services says of itself: its {@code application.properties}, and the mappings of its settings. */
final class ServiceSettings {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.-]+)}");
    private static final Pattern MENTIONED = Pattern.compile("\\bQUARKUS_[A-Z_]+");
    private static final Pattern MODULE = Pattern.compile("<artifactId>shop-(\\w+)</artifactId>");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("(?m)^    [\\w<>.]+ (\\w+)\\(\\);");

    private final Path services;
    private final String service;
    private final String text;
    private final Properties properties = new Properties();

    ServiceSettings(Path services, String service) {
        this.services = services;
        this.service = service;
        text = Checkout.text(services.resolve(service).resolve("src/main/resources/application.properties"));
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return Integer.parseInt(properties.getProperty("quarkus.http.port"));
    }

    Duration shutdownTimeout() {
        return Duration.parse("PT" + properties.getProperty("quarkus.shutdown.timeout"));
    }

    /** @return what may be set by the environment: all that its files speak of */
    Set<String> environment() {
        Stream<String> keys = properties.stringPropertyNames().stream().filter(key -> !key.startsWith("%"));
        Stream<String> references = REFERENCE.matcher(text).results().map(reference -> reference.group(1));
        Stream<String> names = Stream.of(keys, references, mapped()).flatMap(all -> all).map(ServiceSettings::asVariable);
        return Stream.concat(names, MENTIONED.matcher(text).results().map(MatchResult::group)).collect(toSet());
    }

    private Stream<String> mapped() {
        return modules().map(module -> services.resolve(module).resolve("src/main/java")).filter(Files::isDirectory)
                .flatMap(Checkout::filesBelow).map(Checkout::text).flatMap(ServiceSettings::members);
    }

    /** The service's own module, and those of the shop that it is built with. */
    private Stream<String> modules() {
        return Stream.of(services, services.resolve(service)).map(module -> Checkout.text(module.resolve("pom.xml")))
                .flatMap(pom -> MODULE.matcher(pom).results()).map(module -> module.group(1)).distinct();
    }

    private static Stream<String> members(String source) {
        return PREFIX.matcher(source).results().map(prefix -> prefix.group(1))
                .flatMap(prefix -> MEMBER.matcher(source).results().map(member -> prefix + "." + kebab(member.group(1))));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1");
    }

    private static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
