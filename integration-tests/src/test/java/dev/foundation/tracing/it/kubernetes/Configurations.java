package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.kubernetes.client.openapi.models.V1ContainerPort;

/** The files that Collectors, Tempo and Grafana are given: nothing unknown in them, and they fit what they run in. */
final class Configurations implements Check {

    private static final Pattern LISTENING = Pattern.compile("(?:0\\.0\\.0\\.0:|http_listen_port: )(\\d+)");
    private static final Shape TEMPO = Shape.of("tempo.yaml");
    private static final Shape DATASOURCES = Shape.of("datasources.yaml");

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        for (Workload workload : cluster.workloads())
            for (Map.Entry<String, String> file : cluster.files(workload).entrySet()) {
                Tree tree = Tree.of(file.getValue());
                Stream.of(known(tree), ports(workload, file.getValue()), directories(workload, tree)).flatMap(List::stream)
                        .forEach(problem -> problems.add(workload.id() + ": " + file.getKey() + ": " + problem));
            }
        return problems;
    }

    private static List<String> known(Tree tree) {
        if (tree.at("exporters").isPresent())
            return new CollectorConfig(tree).problems();
        if (tree.at("distributor").isPresent())
            return TEMPO.problems(tree);
        return tree.at("datasources").isPresent() ? DATASOURCES.problems(tree) : List.of("nobody knows what it is");
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
