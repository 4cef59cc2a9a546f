package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Fields that take one of a few words. The models have them as texts, so the words stand here. */
final class FixedWords {

    /** By the last two keys of a field's path. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("capabilities.drop", Set.of("ALL")),
            Map.entry("containers.imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
            Map.entry("matchExpressions.operator", Set.of("In", "NotIn", "Exists", "DoesNotExist")),
            Map.entry("metrics.type", Set.of("Resource", "Pods", "Object", "External", "ContainerResource")),
            Map.entry("ports.protocol", Set.of("TCP", "UDP", "SCTP")),
            Map.entry("seccompProfile.type", Set.of("RuntimeDefault", "Localhost", "Unconfined")),
            Map.entry("spec.accessModes", Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")),
            Map.entry("spec.clusterIP", Set.of("None")),
            Map.entry("spec.dnsPolicy", Set.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None")),
            Map.entry("spec.internalTrafficPolicy", Set.of("Cluster", "Local")),
            Map.entry("spec.podManagementPolicy", Set.of("OrderedReady", "Parallel")),
            Map.entry("spec.policyTypes", Set.of("Ingress", "Egress")),
            Map.entry("spec.restartPolicy", Set.of("Always", "OnFailure", "Never")),
            Map.entry("spec.type", Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")),
            Map.entry("spec.unhealthyPodEvictionPolicy", Set.of("IfHealthyBudget", "AlwaysAllow")),
            Map.entry("strategy.type", Set.of("Recreate", "RollingUpdate")),
            Map.entry("target.type", Set.of("Utilization", "Value", "AverageValue")),
            Map.entry("topologySpreadConstraints.whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway")),
            Map.entry("updateStrategy.type", Set.of("OnDelete", "RollingUpdate")));

    /** How Kubernetes writes its words, and nobody a name. */
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Set<String> FREE = Set.of("env.name", "env.value", "manifest.kind", "manifest.type",
            "scaleTargetRef.kind");
    private static final Set<String> FREE_BELOW = Set.of("annotations", "labels", "matchLabels", "data", "stringData", "args",
            "command");

    private FixedWords() {
    }

    static List<String> problems(Manifest manifest) {
        List<String> problems = new ArrayList<>();
        walk("manifest", "manifest", manifest.tree(), problems);
        return problems;
    }

    private static void walk(String parent, String key, Tree tree, List<String> problems) {
        tree.entries().forEach((name, value) -> {
            if (!FREE_BELOW.contains(name))
                walk(key, name, value, problems);
        });
        tree.items().forEach(item -> walk(parent, key, item, problems));
        String problem = tree.node() instanceof String word ? problem(parent + "." + key, word) : null;
        if (problem != null)
            problems.add(problem);
    }

    private static @Nullable String problem(String field, String word) {
        Set<String> words = WORDS.get(field);
        if (words != null)
            return words.contains(word) ? null : field + " is " + word + ", and may be one of " + words;
        return WORD.matcher(word).matches() && !FREE.contains(field)
                ? field + " is " + word + ": which words it may be is not known here, add them"
                : null;
    }
}
