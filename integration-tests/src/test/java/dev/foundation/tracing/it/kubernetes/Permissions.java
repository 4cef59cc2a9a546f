package dev.foundation.tracing.it.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPeer;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import io.kubernetes.client.openapi.models.V1NetworkPolicySpec;

/** Who may reach whom, by all network policies together. */
final class Permissions {

    private static final String NAMESPACE = "kubernetes.io/metadata.name";

    private final List<V1NetworkPolicySpec> policies;
    private final List<Workload> workloads;

    Permissions(Cluster cluster) {
        policies = cluster.of(V1NetworkPolicy.class).map(V1NetworkPolicy::getSpec).toList();
        workloads = cluster.workloads();
    }

    Set<Connection> connections() {
        Set<Connection> connections = new TreeSet<>();
        for (Workload workload : workloads) {
            inside(workload).forEach(connections::add);
            rules(workload, "Egress").flatMap(rule -> outside(rule).flatMap(other -> ports(rule)
                    .map(port -> new Connection(workload.name(), other, port)))).forEach(connections::add);
            rules(workload, "Ingress").flatMap(rule -> outside(rule).flatMap(other -> rule.ports().stream()
                    .flatMap(port -> workload.port(port.getPort()).stream())
                    .map(port -> new Connection(other, workload.name(), port)))).forEach(connections::add);
        }
        return connections;
    }

    private Stream<Connection> inside(Workload from) {
        return workloads.stream().flatMap(to -> to.ports()
                .filter(port -> allows(from, "Egress", to, to, port.getContainerPort())
                        && allows(to, "Ingress", from, to, port.getContainerPort()))
                .map(port -> new Connection(from.name(), to.name(), port.getContainerPort())));
    }

    private boolean allows(Workload workload, String direction, Workload other, Workload listening, int port) {
        // Where no policy is for it, everything is allowed.
        return policies(workload, direction).findAny().isEmpty() || rules(workload, direction)
                .anyMatch(rule -> rule.meets(other.labels()) && (rule.ports().isEmpty() || rule.ports().stream()
                        .anyMatch(allowed -> isMeant(allowed.getPort(), listening, port))));
    }

    private static boolean isMeant(@Nullable IntOrString allowed, Workload listening, int port) {
        return allowed == null || listening.port(allowed).filter(number -> number == port).isPresent();
    }

    private Stream<V1NetworkPolicySpec> policies(Workload workload, String direction) {
        return policies.stream().filter(policy -> policy.getPolicyTypes().contains(direction)
                && Selector.matches(policy.getPodSelector(), workload.labels()));
    }

    private Stream<Rule> rules(Workload workload, String direction) {
        return policies(workload, direction).flatMap(policy -> direction.equals("Egress")
                ? policy.getEgress().stream().map(rule -> new Rule(rule.getTo(), rule.getPorts()))
                : policy.getIngress().stream().map(rule -> new Rule(rule.getFrom(), rule.getPorts())));
    }

    private static Stream<Integer> ports(Rule rule) {
        return rule.ports().stream().map(port -> port.getPort().getIntValue());
    }

    /** @return whatever a rule means that is no workload of ours */
    private static Stream<String> outside(Rule rule) {
        return rule.peers().isEmpty() ? Stream.of(Connection.ANYWHERE)
                : rule.peers().stream().map(V1NetworkPolicyPeer::getNamespaceSelector).filter(selector -> selector != null)
                        .map(Permissions::description);
    }

    private static String description(V1LabelSelector namespaces) {
        Map.Entry<String, String> label = namespaces.getMatchLabels().entrySet().iterator().next();
        return label.getKey().equals(NAMESPACE) ? Connection.namespace(label.getValue())
                : Connection.namespaces(label.getKey(), label.getValue());
    }

    private record Rule(List<V1NetworkPolicyPeer> peers, List<V1NetworkPolicyPort> ports) {

        /** @return whether pods of this namespace with these labels are meant */
        boolean meets(Map<String, String> labels) {
            return peers.isEmpty() || peers.stream().anyMatch(peer -> peer.getNamespaceSelector() == null
                    && peer.getPodSelector() != null && Selector.matches(peer.getPodSelector(), labels));
        }
    }
}
