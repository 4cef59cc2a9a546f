package dev.foundation.tracing.it.dashboards;

import java.awt.Rectangle;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** One of a dashboard's panels. */
record Panel(JsonNode json) {

    int id() {
        return json.path("id").asInt();
    }

    String title() {
        return json.path("title").asText();
    }

    String dataSource() {
        return json.path("datasource").path("uid").asText();
    }

    List<JsonNode> targets() {
        return Dashboard.elements(json.path("targets")).toList();
    }

    /** Where a click leads to. */
    List<String> links() {
        return Dashboard.elements(json.path("links")).map(link -> link.path("url").asText()).toList();
    }

    Rectangle place() {
        JsonNode grid = json.path("gridPos");
        return new Rectangle(grid.path("x").asInt(), grid.path("y").asInt(), grid.path("w").asInt(), grid.path("h").asInt());
    }

    boolean isOfTime() {
        return json.path("type").asText().equals("timeseries");
    }

    String unit() {
        return json.path("fieldConfig").path("defaults").path("unit").asText();
    }

    @Override
    public String toString() {
        return title();
    }
}
