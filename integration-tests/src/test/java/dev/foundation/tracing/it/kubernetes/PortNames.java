package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyIngressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;

/** Ports that are referred to, by name or by number, are ports of the pods that are meant. */
final class PortNames implements Check {

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        cluster.of(V1Service.class).forEach(service -> service.getSpec().getPorts().forEach(port -> {
            IntOrString target = port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
            cluster.behind(service).forEach(workload -> require(workload, target,
                    "Service/" + service.getMetadata().getName(), problems));
        }));
        for (Workload workload : cluster.workloads())
            probes(workload.container()).filter(probe -> probe.getHttpGet() != null)
                    .forEach(probe -> require(workload, probe.getHttpGet().getPort(), "a probe", problems));
        cluster.of(V1NetworkPolicy.class).forEach(policy -> ingressPorts(policy).forEach(port -> cluster.workloads().stream()
                .filter(workload -> Selector.matches(policy.getSpec().getPodSelector(), workload.labels()))
                .forEach(workload -> require(workload, port.getPort(), "NetworkPolicy/" + policy.getMetadata().getName(),
                        problems))));
        return problems;
    }

    private static void require(Workload workload, IntOrString port, String wanting, List<String> problems) {
        if (workload.port(port).isEmpty())
            problems.add(workload.id() + ": has no port " + port + ", which " + wanting + " wants");
    }

    private static Stream<V1Probe> probes(V1Container container) {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .filter(probe -> probe != null);
    }

    private static Stream<V1NetworkPolicyPort> ingressPorts(V1NetworkPolicy policy) {
        return policy.getSpec().getIngress().stream().map(V1NetworkPolicyIngressRule::getPorts).flatMap(List::stream)
                .filter(port -> port.getPort() != null);
    }
}
