package dev.foundation.tracing.it.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.ServiceSettings;
import dev.foundation.tracing.it.configuration.Yaml;

/** The files that Docker Compose works with: of this checkout, or of a copy in which a test makes mistakes. */
record Checkout(Path root) {

    static final Checkout THIS = new Checkout(Path.of(System.getProperty("project.root")));

    private static final List<String> COPIED = List.of("docker-compose.yml", ".dockerignore", "services", "k8s");
    /** {@code ${NAME:-default}}: with nothing in the environment. */
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

    static Checkout copiedTo(Path directory) {
        SourceCopy copy = new SourceCopy(THIS.root, directory);
        try {
            for (String name : COPIED)
                Files.walkFileTree(THIS.file(name), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Checkout(directory);
    }

    ComposeFile compose() {
        return new ComposeFile(Yaml.parse(DEFAULT.matcher(text("docker-compose.yml")).replaceAll("$1")));
    }

    ServiceSettings settings(String service) {
        return ServiceSettings.in(root, service);
    }

    JsonNode collector() {
        return yaml("services/compose/collector.yaml");
    }

    JsonNode tempo() {
        return yaml("services/compose/tempo.yaml");
    }

    JsonNode prometheus() {
        return yaml("services/compose/prometheus.yaml");
    }

    JsonNode dataSources() {
        return yaml("services/compose/grafana/datasources.yaml");
    }

    JsonNode dashboardProviders() {
        return yaml("services/compose/grafana/dashboards.yaml");
    }

    List<Path> dashboards() {
        return filesBelow("services/dashboards").filter(file -> file.toString().endsWith(".json")).toList();
    }

    Path file(String name) {
        return root.resolve(name);
    }

    String text(String name) {
        return text(file(name));
    }

    Stream<Path> filesBelow(String directory) {
        return filesBelow(file(directory));
    }

    /** @throws IllegalArgumentException if the file has no such text */
    void replace(String name, String text, String by) {
        String old = text(name);
        if (!old.contains(text))
            throw new IllegalArgumentException(name + " does not contain " + text);
        try {
            Files.writeString(file(name), old.replace(text, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file of a copy again what it is in this checkout. */
    void restore(String name) {
        try {
            Files.copy(THIS.file(name), file(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> filesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode yaml(String name) {
        return Yaml.parse(text(name));
    }
}
