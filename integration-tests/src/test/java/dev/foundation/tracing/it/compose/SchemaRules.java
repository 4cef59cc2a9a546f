package dev.foundation.tracing.it.compose;

import java.util.stream.Stream;

import dev.foundation.tracing.it.configuration.Schema;

/** Every file has the fields that its program knows, and no others. */
final class SchemaRules {

    private static final Schema COMPOSE = new Schema("compose-spec.json");
    private static final Schema COLLECTOR = new Schema("collector.schema.yaml");
    private static final Schema TEMPO = new Schema("tempo.schema.yaml");
    private static final Schema PROMETHEUS = new Schema("prometheus.schema.yaml");
    private static final Schema DATA_SOURCES = new Schema("grafana-datasources.schema.yaml");
    private static final Schema DASHBOARD_PROVIDERS = new Schema("grafana-dashboards.schema.yaml");

    private SchemaRules() {
    }

    static Stream<String> theComposeFileHasKnownFields(Checkout checkout) {
        return COMPOSE.mistakes("docker-compose.yml", checkout.compose().content());
    }

    static Stream<String> theCollectorsFileHasKnownFields(Checkout checkout) {
        return COLLECTOR.mistakes("collector.yaml", checkout.collector());
    }

    static Stream<String> temposFileHasKnownFields(Checkout checkout) {
        return TEMPO.mistakes("tempo.yaml", checkout.tempo());
    }

    static Stream<String> prometheussFileHasKnownFields(Checkout checkout) {
        return PROMETHEUS.mistakes("prometheus.yaml", checkout.prometheus());
    }

    static Stream<String> grafanasFilesHaveKnownFields(Checkout checkout) {
        return Stream.concat(DATA_SOURCES.mistakes("datasources.yaml", checkout.dataSources()),
                DASHBOARD_PROVIDERS.mistakes("dashboards.yaml", checkout.dashboardProviders()));
    }
}
