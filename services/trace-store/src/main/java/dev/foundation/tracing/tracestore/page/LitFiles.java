package dev.foundation.tracing.tracestore.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The files of Lit that the page needs, by the names under which modules import them, and where they lie in Lit's jars. */
final class LitFiles {

    /** Where {@code lit}, {@code lit/directives/repeat.js} and so on are served. */
    static final Map<String, String> PATHS = paths();

    private static final Map<String, String> GROUPS = Map.of("lit", "org.mvnpm", "lit-html", "org.mvnpm", "lit-element",
            "org.mvnpm", "@lit/reactive-element", "org.mvnpm.at.lit");

    private LitFiles() {
    }

    /** @return its text as it is in the jar */
    static byte[] read(String module) {
        String artifact = artifact(module);
        String name = artifact.substring(artifact.indexOf('/') + 1);
        return bytes("/META-INF/resources/_static/" + name + "/" + version(artifact, name) + "/" + file(module));
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        for (String module : List.of("lit", "lit-html", "lit-html/is-server.js", "lit-html/lit-html.js",
                "lit-html/directive.js", "lit-html/directive-helpers.js", "lit-html/directives/class-map.js",
                "lit-html/directives/live.js", "lit-html/directives/repeat.js", "lit-element/lit-element.js",
                "lit/directive.js", "lit/directives/class-map.js", "lit/directives/live.js", "lit/directives/repeat.js",
                "@lit/reactive-element", "@lit/reactive-element/css-tag.js"))
            paths.put(module, "/page/" + artifact(module) + "/" + file(module));
        return Map.copyOf(paths);
    }

    private static String artifact(String module) {
        int begin = module.startsWith("@") ? module.indexOf('/') + 1 : 0;
        int end = module.indexOf('/', begin);
        return end < 0 ? module : module.substring(0, end);
    }

    // What a package's name alone stands for is written in its package.json.
    private static String file(String module) {
        return switch (module) {
            case "lit" -> "index.js";
            case "lit-html" -> "lit-html.js";
            case "@lit/reactive-element" -> "reactive-element.js";
            default -> module.substring(artifact(module).length() + 1);
        };
    }

    private static String version(String artifact, String name) {
        Properties properties = new Properties();
        String file = "/META-INF/maven/" + GROUPS.get(artifact) + "/" + name + "/pom.properties";
        try (InputStream in = open(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Lit's version cannot be read from " + file, e);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from Lit's jar", e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = LitFiles.class.getResourceAsStream(file);
        if (in == null)
            throw new IllegalStateException(file + " is not on the class path: add org.mvnpm:lit, which the trace store needs");
        return in;
    }
}
