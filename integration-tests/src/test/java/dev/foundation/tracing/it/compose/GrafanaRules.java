package dev.foundation.tracing.it.compose;

import static java.util.stream.Collectors.toSet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** Links between data sources and dashboards lead somewhere. */
final class GrafanaRules {

    private GrafanaRules() {
    }

    static Stream<String> dataSourcesThatAreNamedExist(Checkout checkout) {
        Set<String> known = uids(checkout);
        Stream<JsonNode> files = Stream.concat(Stream.of(checkout.dataSources()),
                checkout.dashboards().stream().map(GrafanaRules::dashboard));
        return files.flatMap(GrafanaRules::named).filter(uid -> !known.contains(uid)).distinct()
                .map(uid -> "there is no data source " + uid);
    }

    static Stream<String> theShopsLinkToATraceNamesADataSource(Checkout checkout) {
        String link = checkout.compose().container("storefront").environment().get("SHOP_TRACE_UI_URL");
        String panes = URLDecoder.decode(link.substring(link.indexOf("panes=") + "panes=".length()), StandardCharsets.UTF_8);
        return Yaml.parse(panes).findValuesAsText("datasource").stream().filter(uid -> !uids(checkout).contains(uid))
                .map(uid -> "the link to a trace leads to " + uid + ", which is no data source");
    }

    static Stream<String> dashboardsAreWhereGrafanaLooks(Checkout checkout) {
        Set<String> mounted = checkout.compose().container("grafana").mounts().stream()
                .filter(mount -> mount.source().equals("./services/dashboards")).map(Container.Mount::target)
                .collect(toSet());
        return checkout.dashboardProviders().findValuesAsText("path").stream().filter(path -> !mounted.contains(path))
                .map(path -> "Grafana looks for dashboards in " + path + ", where none are mounted");
    }

    static Stream<String> dashboardsHaveNamesOfTheirOwn(Checkout checkout) {
        List<String> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        checkout.dashboards().forEach(file -> Stream.of("uid", "title").forEach(field -> {
            String name = dashboard(file).path(field).asText();
            if (name.isEmpty() || !names.add(field + " " + name))
                mistakes.add(file.getFileName() + " has no " + field + " of its own");
        }));
        return mistakes.stream();
    }

    private static JsonNode dashboard(Path file) {
        return Yaml.parse(Checkout.text(file));
    }

    private static Set<String> uids(Checkout checkout) {
        return Yaml.children(checkout.dataSources().path("datasources")).map(source -> source.path("uid").asText())
                .collect(toSet());
    }

    private static Stream<String> named(JsonNode file) {
        Stream<String> ofPanels = file.findValues("datasource").stream().map(source -> source.path("uid").asText())
                .filter(uid -> !uid.startsWith("$") && !uid.startsWith("-- "));
        return Stream.concat(file.findValuesAsText("datasourceUid").stream(), ofPanels);
    }
}
