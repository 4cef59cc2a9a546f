package dev.foundation.tracing.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/** What production promises beyond being right. */
class ProductionTest {

    private static Cluster production;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        Kustomize.assumeInstalled();
        production = new Cluster(Overlay.PRODUCTION, Overlay.PRODUCTION.rendered(Overlay.ROOT.resolve("k8s")));
    }

    @Test
    void noSecretIsInTheRepository() {
        assertThat(production.of("Secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "storefront", "catalog", "orders" })
    void aServiceHasSeveralReplicasAsItsLoadWants(String service) {
        Optional<V2HorizontalPodAutoscaler> autoscaler = production.of(V2HorizontalPodAutoscaler.class)
                .filter(candidate -> candidate.getSpec().getScaleTargetRef().getName().equals(service)).findFirst();

        assertThat(autoscaler).hasValueSatisfying(scaler -> assertThat(scaler.getSpec().getMinReplicas()).isGreaterThan(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "storefront", "catalog", "orders", "payments", "collector-gateway" })
    void aNodeThatIsDrainedTakesOnePodAtATime(String workload) {
        Stream<V1PodDisruptionBudget> budgets = production.of(V1PodDisruptionBudget.class)
                .filter(budget -> workload(workload).labels().entrySet()
                        .containsAll(budget.getSpec().getSelector().getMatchLabels().entrySet()));

        assertThat(budgets).singleElement()
                .satisfies(budget -> assertThat(budget.getSpec().getMaxUnavailable().getIntValue()).isEqualTo(1));
    }

    @Test
    void everyPodSendsToTheCollectorOfItsNode() {
        V1Service collector = production.service("collector").orElseThrow();

        assertThat(collector.getSpec().getInternalTrafficPolicy()).isEqualTo("Local");
        assertThat(production.behind(collector)).extracting(Workload::id).containsExactly("DaemonSet/collector");
    }

    @Test
    void allSpansOfATraceMeetAtOneGateway() {
        Tree exporter = config("collector").at("exporters", "load_balancing");

        assertThat(exporter.at("routing_key").text()).isEqualTo("traceID");
        assertThat(production.service(exporter.at("resolver", "dns", "hostname").text()))
                .hasValueSatisfying(gateways -> assertThat(gateways.getSpec().getClusterIP()).isEqualTo("None"));
    }

    @Test
    void whatAGatewayThatGoesAwayHasNotTakenIsBalancedAnew() {
        Tree exporter = config("collector").at("exporters", "load_balancing");

        assertThat(exporter.at("protocol", "otlp", "sending_queue", "enabled").text()).isEqualTo("false");
        assertThat(exporter.at("protocol", "otlp", "retry_on_failure", "enabled").text()).isEqualTo("false");
        assertThat(exporter.at("sending_queue", "enabled").text()).isEqualTo("true");
    }

    @Test
    void failedAndSlowTracesAreKeptAndAShareOfTheRest() {
        Tree policies = config("collector-gateway").at("processors", "tail_sampling", "policies");

        assertThat(policies.items().map(policy -> policy.at("type").text()))
                .containsExactly("status_code", "latency", "probabilistic");
        assertThat(policies.items().flatMap(policy -> policy.at("status_code", "status_codes").items()).map(Tree::text))
                .containsExactly("ERROR");
    }

    @Test
    void whatTempoDoesNotTakeIsTriedForEverAndSurvivesARestart() {
        Tree exporter = config("collector-gateway").at("exporters", "otlp_grpc");

        assertThat(exporter.at("retry_on_failure", "max_elapsed_time").text()).isEqualTo("0s");
        assertThat(exporter.at("sending_queue", "storage").text()).isEqualTo("file_storage");
    }

    @Test
    void aPaymentIsBookedByTheOnlyOneWhoKnowsOfEarlierTries() {
        assertThat(workload("payments").manifest().tree().at("spec", "replicas").isPresent()).isFalse();
        assertThat(workload("payments").manifest().tree().at("spec", "strategy", "type").text()).isEqualTo("Recreate");
        assertThat(production.of("HorizontalPodAutoscaler")).extracting(Manifest::name).doesNotContain("payments");
    }

    private static Workload workload(String name) {
        return production.workloads().stream().filter(workload -> workload.name().equals(name)).findFirst().orElseThrow();
    }

    private static Tree config(String workload) {
        Map<String, String> files = production.files(workload(workload));
        assertThat(files).hasSize(1);
        return Tree.of(files.values().iterator().next());
    }
}
