package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.foundation.tracing.it.configuration.ServiceSettings;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1EnvVar;

/** What the shop's programs are given is what they read, and what their spans need is among it. */
final class Settings implements Check {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Z0-9_]+)\\)");
    private static final String ATTRIBUTES = "QUARKUS_OTEL_RESOURCE_ATTRIBUTES";
    private static final List<String> WANTED = List.of("service.namespace", "service.instance.id", "k8s.pod.name",
            "k8s.pod.uid",
            "k8s.namespace.name", "k8s.node.name", "k8s.deployment.name", "k8s.container.name");

    private final Map<String, ServiceSettings> programs;

    /** @param programs by the names of their Deployments */
    Settings(Map<String, ServiceSettings> programs) {
        this.programs = programs;
    }

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>(shared(cluster));
        List<Workload> workloads = cluster.workloads().stream().filter(Workload::isOurs).toList();
        if (!cluster.overlay().programs().equals(new TreeSet<>(workloads.stream().map(Workload::name).toList())))
            problems.add("the shop's programs are not " + cluster.overlay().programs());
        for (Workload workload : workloads)
            of(cluster, workload).forEach(problem -> problems.add(workload.id() + ": " + problem));
        return problems;
    }

    /** ConfigMaps and Secrets are for several services: each key is for one of them at least. */
    private List<String> shared(Cluster cluster) {
        Set<String> unread = new TreeSet<>();
        for (Workload workload : cluster.workloads())
            if (workload.isService())
                unread.addAll(cluster.environment(workload).keySet());
        for (Workload workload : cluster.workloads())
            if (workload.isService()) {
                workload.container().getEnv().forEach(variable -> unread.remove(variable.getName()));
                unread.removeIf(name -> programs.get(workload.name()).knows(name));
            }
        return unread.stream().map(name -> "no service reads " + name).toList();
    }

    private List<String> of(Cluster cluster, Workload workload) {
        List<String> problems = new ArrayList<>();
        ServiceSettings settings = programs.get(workload.name());
        Set<String> helpers = new HashSet<>();
        for (V1EnvVar variable : workload.container().getEnv()) {
            references(variable).filter(name -> !helpers.contains(name))
                    .forEach(name -> problems
                            .add(variable.getName() + " refers to " + name + ", which does not stand before it"));
            helpers.add(variable.getName());
        }
        workload.container().getEnv().stream().flatMap(Settings::references).forEach(helpers::remove);
        helpers.stream().filter(name -> !settings.knows(name)).forEach(name -> problems.add("does not read " + name));
        settings.port().filter(port -> workload.port(new IntOrString(port)).isEmpty())
                .ifPresent(port -> problems.add("listens on " + port + ", which is not its port here"));
        if (workload.isService())
            attributes(cluster.environment(workload).getOrDefault(ATTRIBUTES, ""), problems);
        faults(cluster, workload, settings, problems);
        return problems;
    }

    private static Stream<String> references(V1EnvVar variable) {
        return variable.getValue() == null ? Stream.empty()
                : VARIABLE.matcher(variable.getValue()).results().map((MatchResult result) -> result.group(1));
    }

    private static void attributes(String attributes, List<String> problems) {
        Set<String> keys = new HashSet<>();
        for (String attribute : attributes.split(",", -1))
            keys.add(attribute.split("=", 2)[0]);
        WANTED.stream().filter(key -> !keys.contains(key)).forEach(key -> problems.add("its spans have no " + key));
    }

    private static void faults(Cluster cluster, Workload workload, ServiceSettings settings, List<String> problems) {
        String enabled = cluster.environment(workload).getOrDefault("SHOP_FAULTS_ENABLED", "");
        if (settings.knows("SHOP_FAULTS_ENABLED") && !enabled.equals(Boolean.toString(cluster.overlay().faults())))
            problems.add("SHOP_FAULTS_ENABLED is '" + enabled + "', and must be " + cluster.overlay().faults());
    }
}
