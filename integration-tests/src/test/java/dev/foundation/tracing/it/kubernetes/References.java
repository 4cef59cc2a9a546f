package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Volume;

/** Whatever a workload refers to by name exists: ConfigMaps, Secrets and their keys, volumes, files. */
final class References implements Check {

    private static final Pattern CONFIG_FILE = Pattern.compile("-config(?:\\.file)?=(.+)");

    @Override
    public List<String> problems(Cluster cluster) {
        List<String> problems = new ArrayList<>(twice(cluster));
        for (Workload workload : cluster.workloads()) {
            List<String> missing = new ArrayList<>();
            sources(cluster, workload.container(), missing);
            volumes(cluster, workload, missing);
            arguments(cluster, workload, missing);
            missing.forEach(what -> problems.add(workload.id() + ": there is no " + what));
        }
        return problems;
    }

    private static List<String> twice(Cluster cluster) {
        Set<String> seen = new HashSet<>();
        return cluster.manifests().stream().map(Manifest::id).filter(id -> !seen.add(id)).map(id -> id + " is there twice")
                .toList();
    }

    private static void sources(Cluster cluster, V1Container container, List<String> missing) {
        container.getEnvFrom().forEach(source -> {
            if (source.getConfigMapRef() != null && !cluster.configMaps().containsKey(source.getConfigMapRef().getName()))
                missing.add("ConfigMap " + source.getConfigMapRef().getName());
            if (source.getSecretRef() != null && !cluster.secrets().containsKey(source.getSecretRef().getName()))
                missing.add("Secret " + source.getSecretRef().getName());
        });
        container.getEnv().stream().filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef()).forEach(secret -> {
                    if (secret != null
                            && !cluster.secrets().getOrDefault(secret.getName(), Map.of()).containsKey(secret.getKey()))
                        missing.add("key " + secret.getKey() + " in Secret " + secret.getName());
                });
    }

    private static void volumes(Cluster cluster, Workload workload, List<String> missing) {
        Set<String> volumes = new HashSet<>(workload.claims().toList());
        workload.pod().getVolumes().stream().map(V1Volume::getName).forEach(volumes::add);
        Set<String> mounted = new HashSet<>();
        workload.container().getVolumeMounts().forEach(mount -> {
            mounted.add(mount.getName());
            if (!volumes.contains(mount.getName()))
                missing.add("volume " + mount.getName());
        });
        volumes.stream().filter(volume -> !mounted.contains(volume))
                .forEach(volume -> missing.add("mount of volume " + volume));
        workload.pod().getVolumes().stream().map(V1Volume::getConfigMap).forEach(source -> {
            if (source != null && !cluster.configMaps().containsKey(source.getName()))
                missing.add("ConfigMap " + source.getName());
        });
    }

    private static void arguments(Cluster cluster, Workload workload, List<String> missing) {
        workload.container().getArgs().stream().map(CONFIG_FILE::matcher).filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1)).filter(file -> !cluster.files(workload).containsKey(file))
                .forEach(file -> missing.add("file " + file));
    }
}
