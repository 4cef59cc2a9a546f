package dev.foundation.tracing.it.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The variables by which extensions of Quarkus are set, as each extension's jar lists them. */
final class QuarkusSettings {

    /** What an application has without its pom saying so, by an extension that is named there. */
    private static final Map<String, String> BROUGHT = Map.of("quarkus-rest-jackson", "quarkus-vertx-http");
    private static final String OF_ALL = "quarkus-core";

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.repository"));
    private static final String VERSION = System.getProperty("quarkus.version");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern EXTENSION = Pattern.compile("<artifactId>(quarkus-[a-z-]+)</artifactId>");
    private static final String OURS = "<artifactId>foundation-tracing</artifactId>";
    private static final Path OUR_CLASSES = Path.of(System.getProperty("project.root"), "extension/target/classes");

    private QuarkusSettings() {
    }

    /**
     * @param poms text in which the extensions stand
     * @return without those that are fixed when an application is built
     */
    static Stream<String> of(String poms) throws IOException {
        Set<String> variables = new LinkedHashSet<>();
        for (String extension : extensions(poms))
            collect(model(extension), variables);
        if (poms.contains(OURS))
            collect(JsonParser.parseString(Files.readString(OUR_CLASSES.resolve(MODEL))), variables);
        return variables.stream();
    }

    private static Set<String> extensions(String poms) {
        Set<String> extensions = new LinkedHashSet<>(Set.of(OF_ALL));
        EXTENSION.matcher(poms).results().map((MatchResult result) -> result.group(1)).forEach(extensions::add);
        BROUGHT.forEach((named, brought) -> {
            if (extensions.contains(named))
                extensions.add(brought);
        });
        return extensions;
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
