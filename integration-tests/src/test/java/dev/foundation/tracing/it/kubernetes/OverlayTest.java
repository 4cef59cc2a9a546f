package dev.foundation.tracing.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both overlays are right, as far as that can be known without a cluster. */
class OverlayTest {

    private static final Path K8S = Overlay.ROOT.resolve("k8s");

    @BeforeAll
    static void kubectlIsThere() throws Exception {
        Kustomize.assumeInstalled();
    }

    @Test
    void everythingInsideOneSmallClusterIsRight() throws Exception {
        assertThat(Proof.problems(Overlay.LOCAL, K8S)).isEmpty();
    }

    @Test
    void productionIsRight() throws Exception {
        assertThat(Proof.problems(Overlay.PRODUCTION, K8S)).isEmpty();
    }

    @Test
    void grafanaHasEveryDashboardThatThereIs() throws Exception {
        Cluster local = new Cluster(Overlay.LOCAL, Overlay.LOCAL.rendered(K8S));
        Workload grafana = local.workloads().stream().filter(workload -> workload.name().equals("grafana")).findFirst()
                .orElseThrow();

        try (Stream<Path> dashboards = Files.list(Overlay.ROOT.resolve("services/dashboards"))) {
            assertThat(local.files(grafana).keySet())
                    .containsAll(dashboards.map(file -> "/etc/grafana/dashboards/" + file.getFileName()).toList());
        }
    }
}
