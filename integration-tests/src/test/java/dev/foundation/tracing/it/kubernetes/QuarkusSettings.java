package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The variables by which a service's extensions of Quarkus are set, as each extension's jar lists them. */
final class QuarkusSettings {

    /** What every service has without its pom saying so: by Quarkus itself, and by the tracing extension. */
    private static final List<String> ALWAYS = List.of("quarkus-core", "quarkus-vertx-http", "quarkus-opentelemetry");

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.repository"));
    private static final String VERSION = System.getProperty("quarkus.version");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern EXTENSION = Pattern.compile("<artifactId>(quarkus-[a-z-]+)</artifactId>");

    private QuarkusSettings() {
    }

    /** @return without those that are fixed when the service is built */
    static Stream<String> of(String service) throws IOException {
        Set<String> extensions = new LinkedHashSet<>(ALWAYS);
        for (String pom : List.of("services/pom.xml", "services/" + service + "/pom.xml"))
            EXTENSION.matcher(Files.readString(Overlay.ROOT.resolve(pom))).results()
                    .map((MatchResult result) -> result.group(1)).forEach(extensions::add);
        Set<String> variables = new LinkedHashSet<>();
        for (String extension : extensions)
            collect(model(extension), variables);
        collect(JsonParser.parseString(Files.readString(Overlay.ROOT.resolve("extension/target/classes").resolve(MODEL))),
                variables);
        return variables.stream();
    }

    /** @return nothing where the extension has no settings, or is not one of Quarkus's jars */
    private static JsonElement model(String extension) throws IOException {
        Path jar = REPOSITORY.resolve("io/quarkus").resolve(extension).resolve(VERSION)
                .resolve(extension + "-" + VERSION + ".jar");
        if (!Files.exists(jar))
            return new JsonObject();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(MODEL);
            if (entry == null)
                return new JsonObject();
            try (InputStream model = zip.getInputStream(entry)) {
                return JsonParser.parseString(new String(model.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void collect(JsonElement element, Set<String> variables) {
        if (element.isJsonArray())
            element.getAsJsonArray().forEach(item -> collect(item, variables));
        if (!element.isJsonObject())
            return;
        JsonObject object = element.getAsJsonObject();
        object.asMap().values().forEach(value -> collect(value, variables));
        if (object.has("phase") && object.get("phase").getAsString().equals("RUN_TIME"))
            variables.add(object.getAsJsonObject("path").get("environmentVariable").getAsString());
    }
}
