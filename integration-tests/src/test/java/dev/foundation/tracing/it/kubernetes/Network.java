package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicySpec;

/** The network policies let through what the settings need, and nothing else. */
final class Network implements Check {

    @Override
    public List<String> problems(Cluster cluster) {
        Needs needs = new Needs(cluster);
        Set<Connection> allowed = new Permissions(cluster).connections();
        List<String> problems = new ArrayList<>(needs.problems());
        if (cluster.of(V1NetworkPolicy.class).map(V1NetworkPolicy::getSpec).noneMatch(Network::deniesEverything))
            problems.add("no policy denies everything that no other allows");
        minus(needs.connections(), allowed).forEach(connection -> problems.add("no policy lets through " + connection));
        minus(allowed, needs.connections()).forEach(connection -> problems.add("nothing needs " + connection));
        return problems;
    }

    private static boolean deniesEverything(V1NetworkPolicySpec policy) {
        return policy.getPodSelector().equals(new V1LabelSelector()) && policy.getIngress().isEmpty()
                && policy.getEgress().isEmpty() && policy.getPolicyTypes().containsAll(List.of("Ingress", "Egress"));
    }

    private static Set<Connection> minus(Set<Connection> some, Set<Connection> others) {
        Set<Connection> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
