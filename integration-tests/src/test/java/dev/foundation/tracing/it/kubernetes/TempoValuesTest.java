package dev.foundation.tracing.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tempo's Helm chart is given fits the chart, the gateways and what the README says. */
class TempoValuesTest {

    private static final Path PRODUCTION = Overlay.ROOT.resolve("k8s/overlays/production");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    @Test
    void theChartKnowsEveryValue() throws IOException {
        assertThat(Shape.of("tempo-values.yaml").problems(values())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "blockBuilder", "liveStore" })
    void eachPartitionHasOneWhoReadsIt(String reader) throws IOException {
        assertThat(values().at(reader, "replicas").text())
                .isEqualTo(values().at("ingest", "kafka", "auto_create_topic_default_partitions").text());
    }

    @Test
    void gatewaysSendToTheDistributorsOfTheRelease() throws IOException {
        Tree gateway = Tree.of(PRODUCTION.resolve("config/gateway.yaml"));
        String readme = Readme.text();

        assertThat(gateway.at("exporters", "otlp_grpc", "endpoint").text()).isEqualTo("tempo-distributor.tempo:4317");
        assertThat(readme).contains(
                "helm upgrade --install tempo oci://ghcr.io/grafana-community/helm-charts/tempo-distributed",
                "--version 3.3.0", "--namespace tempo");
    }

    @Test
    void thePolicyMeansTheDistributorsAsTheChartLabelsThem() throws IOException {
        Stream<Tree> peers = Tree.documents(Files.readString(PRODUCTION.resolve("gateways.yaml")))
                .filter(manifest -> manifest.at("kind").text().equals("NetworkPolicy"))
                .flatMap(policy -> policy.at("spec", "egress").items()).flatMap(rule -> rule.at("to").items());

        assertThat(peers).singleElement().satisfies(peer -> assertThat(peer.at("podSelector", "matchLabels").node())
                .isEqualTo(Map.of("app.kubernetes.io/name", "tempo", "app.kubernetes.io/component", "distributor")));
    }

    @Test
    void theReadmeMakesTheSecretWithEachOfItsKeys() throws IOException {
        String secret = values().at("global", "extraEnvFrom").items().map(source -> source.at("secretRef", "name").text())
                .findFirst().orElseThrow();
        Stream<String> keys = VARIABLE.matcher(Files.readString(PRODUCTION.resolve("tempo-values.yaml"))).results()
                .map((MatchResult result) -> result.group(1));

        assertThat(Readme.text()).contains("create secret generic " + secret);
        assertThat(keys).isNotEmpty().allMatch(key -> Readme.text().contains("--from-literal=" + key + "="));
    }

    private static Tree values() throws IOException {
        return Tree.of(PRODUCTION.resolve("tempo-values.yaml"));
    }
}
