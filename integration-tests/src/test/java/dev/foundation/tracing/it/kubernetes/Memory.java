package dev.foundation.tracing.it.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.kubernetes.client.custom.Quantity;

/** A program in Go that is told how much memory it has is told four fifths of its limit. */
final class Memory implements Check {

    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public List<String> problems(Cluster cluster) {
        return cluster.workloads().stream().flatMap(workload -> problem(cluster.environment(workload), workload).stream())
                .toList();
    }

    private static Optional<String> problem(Map<String, String> environment, Workload workload) {
        String told = environment.get("GOMEMLIMIT");
        Quantity limit = workload.container().getResources().getLimits().get("memory");
        if (told == null || limit == null)
            return Optional.empty();
        String right = Math.round(limit.getNumber().longValueExact() * 0.8 / MEBIBYTE) + "MiB";
        return told.equals(right) ? Optional.empty()
                : Optional.of(workload.id() + ": GOMEMLIMIT is " + told + ", and four fifths of its limit are " + right);
    }
}
