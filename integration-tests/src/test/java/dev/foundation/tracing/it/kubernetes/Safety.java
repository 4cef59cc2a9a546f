package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Volume;

/** Every pod keeps to the Pod Security standard "restricted", is watched, and is bounded. */
final class Safety implements Check {

    private static final String RESTRICTED = "pod-security.kubernetes.io/enforce";
    private static final Pattern PINNED = Pattern.compile(".+:(?!latest$)[\\w.-]+");

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        cluster.of("Namespace").filter(space -> !"restricted".equals(space.tree().at("metadata", "labels", RESTRICTED).text()))
                .forEach(space -> problems.add(space.id() + ": does not enforce the standard restricted"));
        for (Workload workload : cluster.workloads()) {
            List<String> lacks = new ArrayList<>();
            pod(workload, lacks);
            privileges(workload.container().getSecurityContext(), lacks);
            bounds(workload.container(), lacks);
            // Where it listens nowhere, nobody waits for it.
            if (workload.ports().findAny().isPresent())
                probes(workload.container(), lacks);
            lacks.forEach(lack -> problems.add(workload.id() + ": lacks " + lack));
        }
        return problems;
    }

    private static void pod(Workload workload, List<String> lacks) {
        V1PodSecurityContext context = workload.pod().getSecurityContext();
        want(Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken()), "automountServiceAccountToken: false",
                lacks);
        want(Boolean.FALSE.equals(workload.pod().getEnableServiceLinks()), "enableServiceLinks: false", lacks);
        want(context != null && Boolean.TRUE.equals(context.getRunAsNonRoot()), "runAsNonRoot", lacks);
        want(context != null && context.getRunAsUser() != null && context.getRunAsUser() > 0, "runAsUser", lacks);
        want(context != null && context.getSeccompProfile() != null
                && "RuntimeDefault".equals(context.getSeccompProfile().getType()), "seccompProfile", lacks);
        want(workload.pod().getVolumes().stream().allMatch(Safety::isHarmless), "harmless volumes", lacks);
        want(workload.pod().getHostNetwork() == null && workload.ports().allMatch(port -> port.getHostPort() == null),
                "distance to its node's network", lacks);
    }

    private static boolean isHarmless(V1Volume volume) {
        return volume.getConfigMap() != null || (volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() != null);
    }

    private static void privileges(V1SecurityContext context, List<String> lacks) {
        want(context != null && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "allowPrivilegeEscalation: false",
                lacks);
        want(context != null && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), "readOnlyRootFilesystem", lacks);
        want(context != null && context.getCapabilities() != null
                && List.of("ALL").equals(context.getCapabilities().getDrop()), "capabilities: drop ALL", lacks);
    }

    private static void bounds(V1Container container, List<String> lacks) {
        want(PINNED.matcher(container.getImage()).matches(), "a fixed version of " + container.getImage(), lacks);
        for (String resource : List.of("cpu", "memory")) {
            want(container.getResources().getRequests().containsKey(resource), "a request of " + resource, lacks);
            want(container.getResources().getLimits().containsKey(resource), "a limit of " + resource, lacks);
        }
    }

    private static void probes(V1Container container, List<String> lacks) {
        Map.of("startupProbe", container.getStartupProbe() != null, "readinessProbe", container.getReadinessProbe() != null,
                "livenessProbe", container.getLivenessProbe() != null).forEach((probe, there) -> want(there, probe, lacks));
    }

    private static void want(boolean there, String what, List<String> lacks) {
        if (!there)
            lacks.add(what);
    }
}
