package dev.foundation.tracing.it.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A dashboard of Grafana.
 *
 * @param name the file's
 * @see <a href=
 *      "https://grafana.com/docs/grafana/v13.1/visualizations/dashboards/build-dashboards/view-dashboard-json-model/">JSON
 *      model</a>
 */
public record Dashboard(String name, JsonNode json) {

    private static final Path FOLDER = Path.of(System.getProperty("project.root"), "services", "dashboards");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that there are, by their names. */
    public static List<Dashboard> all() {
        return allIn(FOLDER);
    }

    static List<Dashboard> allIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dashboard read(Path file) {
        try {
            return new Dashboard(file.getFileName().toString(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no JSON", e);
        }
    }

    String uid() {
        return json.path("uid").asText();
    }

    List<Panel> panels() {
        return elements(json.path("panels")).map(Panel::new).toList();
    }

    /** By their names, with the values that they have at first. */
    Map<String, String> variables() {
        return elements(json.path("templating").path("list"))
                .collect(Collectors.toMap(variable -> variable.path("name").asText(), Dashboard::firstValue));
    }

    /** What Grafana asks its data sources when the dashboard is opened, and when one of its links is followed. */
    public List<Query> queries() {
        return panels().stream().flatMap(panel -> Stream.concat(
                panel.targets().stream().map(
                        target -> new Query(name + ", " + panel.title(), panel.dataSource(), replaced(text(target)))),
                panel.links().stream().map(
                        link -> new Query(name + ", link of " + panel.title(), "tempo", exploredBy(replaced(link))))))
                .toList();
    }

    private static String exploredBy(String link) {
        String panes = URLDecoder.decode(link.replaceAll(".*[?&]panes=([^&]*).*", "$1"), UTF_8);
        try {
            return JSON.readTree(panes).path("t").path("queries").path(0).path("query").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(link + " leads to no query", e);
        }
    }

    private String replaced(String text) {
        String whole = text.replace("$__rate_interval", "1m").replace("$__range", "15m").replace("${__from}", "0")
                .replace("${__to}", "1");
        for (Map.Entry<String, String> variable : variables().entrySet())
            whole = whole.replace("$" + variable.getKey(), variable.getValue()).replace("${" + variable.getKey() + "}",
                    variable.getValue());
        return whole;
    }

    private static String firstValue(JsonNode variable) {
        String value = variable.path("current").path("value").asText();
        return value.equals("$__all") ? variable.path("allValue").asText() : value;
    }

    private static String text(JsonNode target) {
        if (target.path("queryType").asText().equals("serviceMap"))
            return Query.SERVICE_MAP;
        return target.path(target.has("expr") ? "expr" : "query").asText();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}
