package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.foundation.tracing.it.configuration.Schema;
import dev.foundation.tracing.it.configuration.Yaml;
import io.kubernetes.client.openapi.models.V1ContainerPort;

/** The files that Collectors, Tempo and Grafana are given: nothing unknown in them, and they fit what they run in. */
final class Configurations implements Check {

    private static final Pattern LISTENING = Pattern.compile("(?:0\\.0\\.0\\.0(?:, port)?: ?|http_listen_port: )(\\d+)");

    /** By what stands in no other's file. */
    private static final Map<String, Schema> SCHEMAS = Map.of("distributor", new Schema("tempo.schema.yaml"), "scrape_configs",
            new Schema("prometheus.schema.yaml"), "datasources", new Schema("grafana-datasources.schema.yaml"), "providers",
            new Schema("grafana-dashboards.schema.yaml"));

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : cluster.workloads())
            for (Map.Entry<String, String> file : cluster.files(workload).entrySet()) {
                Tree tree = Tree.of(file.getValue());
                Stream.of(known(tree, file.getValue()), ports(workload, file.getValue()), directories(workload, tree),
                        dashboards(tree, cluster.files(workload).keySet())).flatMap(List::stream)
                        .forEach(problem -> problems.add(workload.id() + ": " + file.getKey() + ": " + problem));
            }
        return problems;
    }

    private static List<String> known(Tree tree, String text) {
        if (tree.at("exporters").isPresent())
            return new CollectorConfig(tree).problems();
        if (tree.at("panels").isPresent())
            // A dashboard: it is the same everywhere, and has tests of its own.
            return List.of();
        return SCHEMAS.entrySet().stream().filter(schema -> tree.at(schema.getKey()).isPresent()).findFirst()
                .map(schema -> schema.getValue().mistakes(Yaml.parse(text)).toList())
                .orElse(List.of("nobody knows what it is"));
    }

    private static List<String> dashboards(Tree tree, Set<String> files) {
        return tree.at("providers").items().map(provider -> provider.at("options", "path").text())
                .filter(path -> files.stream().noneMatch(file -> file.startsWith(path + "/")))
                .map(path -> "there are no dashboards in " + path).toList();
    }

    private static List<String> ports(Workload workload, String file) {
        Set<String> listening = new TreeSet<>(LISTENING.matcher(file).results().map(result -> result.group(1)).toList());
        Set<String> open = new TreeSet<>(workload.ports().map(V1ContainerPort::getContainerPort).map(String::valueOf)
                .toList());
        return listening.isEmpty() || listening.equals(open) ? List.of()
                : List.of("it listens on " + listening + ", and the container's ports are " + open);
    }

    /** What outlives a restart lies on a volume of the pod's own. */
    private static List<String> directories(Workload workload, Tree tree) {
        List<String> claimed = workload.claims().toList();
        List<String> kept = workload.container().getVolumeMounts().stream().filter(mount -> claimed.contains(mount.getName()))
                .map(mount -> mount.getMountPath() + "/").toList();
        return new CollectorConfig(tree).directories().filter(directory -> kept.stream().noneMatch(directory::startsWith))
                .map(directory -> directory + " is on no volume that is kept").toList();
    }
}
