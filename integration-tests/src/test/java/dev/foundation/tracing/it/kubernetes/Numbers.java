package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What dashboards show gets to Prometheus, where there is one: it asks every service, and takes what Tempo writes. */
final class Numbers implements Check {

    private static final String TAKES = "--web.enable-remote-write-receiver";

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : cluster.workloads())
            for (String file : cluster.files(workload).values()) {
                Tree tree = Tree.of(file);
                if (tree.at("scrape_configs").isPresent())
                    unasked(cluster, file).forEach(service -> problems.add(service + " is not asked for its numbers"));
                if (tree.at("metrics_generator").isPresent() && cluster.workloads().stream()
                        .noneMatch(other -> other.container().getArgs().contains(TAKES)))
                    problems.add("nobody takes the numbers that " + workload.id() + " writes, without " + TAKES);
            }
        return problems;
    }

    private static Set<String> unasked(Cluster cluster, String scrapeConfigs) {
        Set<String> services = new TreeSet<>(
                cluster.workloads().stream().filter(Workload::isService).map(Workload::name).toList());
        services.removeIf(service -> scrapeConfigs.contains("\"" + service + ":"));
        return services;
    }
}
