package dev.foundation.tracing.it.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

class DashboardFilesTest {

    /** The last of the classic model; Grafana 13 still takes it, and does not turn it into another. */
    private static final int SCHEMA_VERSION = 42;
    private static final Rectangle GRID = new Rectangle(0, 0, 24, 1000);

    @Test
    void eachHasAUidOfItsOwn() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(4).extracting(Dashboard::uid).doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsOfGrafanasSchemaAndFoundFromTheOthers(Dashboard dashboard) {
        assertThat(dashboard.json().path("schemaVersion").asInt()).isEqualTo(SCHEMA_VERSION);
        assertThat(dashboard.json().path("tags")).extracting(JsonNode::asText).contains("foundation-tracing");
        assertThat(dashboard.json().path("links").path(0).path("type").asText()).isEqualTo("dashboards");
    }

    @ParameterizedTest
    @MethodSource("all")
    void panelsHaveIdsOfTheirOwn(Dashboard dashboard) {
        assertThat(dashboard.panels()).extracting(Panel::id).doesNotContain(0).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void panelsSayWhatTheyShow(Dashboard dashboard) {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.json().path("description").asText()).endsWith(".");
        });
        assertThat(dashboard.panels()).filteredOn(Panel::isOfTime).allSatisfy(panel -> assertThat(panel.unit()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPanelAsksAKnownDataSource(Dashboard dashboard) {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.dataSource()).isIn("tempo", "prometheus");
            assertThat(panel.json().path("datasource").path("type").asText()).isEqualTo(panel.dataSource());
            assertThat(panel.targets()).isNotEmpty().allSatisfy(
                    target -> assertThat(target.path("datasource").path("uid").asText()).isEqualTo(panel.dataSource()));
            assertThat(panel.targets()).extracting(target -> target.path("refId").asText()).doesNotContain("")
                    .doesNotHaveDuplicates();
        });
        assertThat(dashboard.queries()).allSatisfy(query -> assertThat(query.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noVariableIsLeftUnknown(Dashboard dashboard) {
        assertThat(dashboard.queries()).allSatisfy(query -> assertThat(query.text()).doesNotContain("$"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void panelsLieWithinTheGridAndNotOverOneAnother(Dashboard dashboard) {
        List<Panel> panels = dashboard.panels();
        assertThat(panels).allSatisfy(panel -> assertThat(GRID.contains(panel.place())).as("%s", panel.place()).isTrue());
        for (int i = 0; i < panels.size(); i++)
            for (Panel other : panels.subList(i + 1, panels.size()))
                assertThat(panels.get(i).place().intersects(other.place())).as("%s over %s", panels.get(i), other).isFalse();
    }

    static Stream<Dashboard> all() {
        return Dashboard.all().stream();
    }
}
