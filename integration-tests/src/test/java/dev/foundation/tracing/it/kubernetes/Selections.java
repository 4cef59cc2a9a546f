package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1TopologySpreadConstraint;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/** Whatever selects pods selects some, and what is meant for one workload selects that one. */
final class Selections implements Check {

    @Override
    public List<String> problems(Cluster cluster) {
        return Stream.of(workloads(cluster), services(cluster), budgets(cluster), autoscalers(cluster), policies(cluster),
                gatheringServices(cluster)).flatMap(List::stream).toList();
    }

    private static List<String> workloads(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : cluster.workloads()) {
            if (!Selector.matches(workload.selector(), workload.labels()))
                problems.add(workload.id() + ": its selector is not for its own pods");
            if (selected(cluster, workload.selector()).size() > 1)
                problems.add(workload.id() + ": its selector is for others' pods too");
            if (workload.pod().getTopologySpreadConstraints().stream().map(V1TopologySpreadConstraint::getLabelSelector)
                    .anyMatch(selector -> !Selector.matches(selector, workload.labels())))
                problems.add(workload.id() + ": is spread by labels that its pods do not have");
        }
        return problems;
    }

    private static List<String> services(Cluster cluster) {
        return cluster.of(V1Service.class).filter(service -> cluster.behind(service).size() != 1)
                .map(service -> "Service/" + service.getMetadata().getName() + ": leads to the pods of "
                        + cluster.behind(service).stream().map(Workload::id).toList())
                .toList();
    }

    private static List<String> budgets(Cluster cluster) {
        return cluster.of(V1PodDisruptionBudget.class)
                .filter(budget -> selected(cluster, budget.getSpec().getSelector()).size() != 1)
                .map(budget -> "PodDisruptionBudget/" + budget.getMetadata().getName() + ": is not for one workload").toList();
    }

    private static List<String> autoscalers(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        cluster.of(V2HorizontalPodAutoscaler.class).forEach(autoscaler -> {
            String target = autoscaler.getSpec().getScaleTargetRef().getKind() + "/"
                    + autoscaler.getSpec().getScaleTargetRef().getName();
            String id = "HorizontalPodAutoscaler/" + autoscaler.getMetadata().getName();
            cluster.workloads().stream().filter(workload -> workload.id().equals(target)).findFirst()
                    .ifPresentOrElse(workload -> {
                        if (workload.manifest().tree().at("spec", "replicas").isPresent())
                            problems.add(id + ": each kubectl apply would set the replicas of " + target + " back");
                    }, () -> problems.add(id + ": there is no " + target));
        });
        return problems;
    }

    private static List<String> policies(Cluster cluster) {
        return cluster.of(V1NetworkPolicy.class)
                .filter(policy -> selected(cluster, policy.getSpec().getPodSelector()).isEmpty())
                .map(policy -> "NetworkPolicy/" + policy.getMetadata().getName() + ": is for no pod").toList();
    }

    /** A StatefulSet's pods have their names from a headless service. */
    private static List<String> gatheringServices(Cluster cluster) {
        return cluster.of("StatefulSet")
                .filter(manifest -> cluster.service(manifest.tree().at("spec", "serviceName").text())
                        .filter(service -> "None".equals(Objects.requireNonNull(service.getSpec()).getClusterIP())).isEmpty())
                .map(manifest -> manifest.id() + ": has no headless service").toList();
    }

    private static List<Workload> selected(Cluster cluster, V1LabelSelector selector) {
        return cluster.workloads().stream().filter(workload -> Selector.matches(selector, Map.copyOf(workload.labels())))
                .toList();
    }
}
