package dev.foundation.tracing.it.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1SecretKeySelector;
import io.kubernetes.client.openapi.models.V1Service;

/** An overlay as it reaches the cluster, all of whose manifests can be read. */
final class Cluster {

    private final Overlay overlay;
    private final List<Manifest> manifests;
    private final List<Workload> workloads;
    private final Map<String, Map<String, String>> configMaps;
    private final Map<String, Map<String, String>> secrets;

    Cluster(Overlay overlay, List<Manifest> manifests) {
        this.overlay = overlay;
        this.manifests = manifests;
        workloads = manifests.stream().flatMap(manifest -> Workload.of(manifest).stream()).toList();
        configMaps = contents("ConfigMap", UnaryOperator.identity());
        secrets = contents("Secret", value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
        secrets.putAll(overlay.secretsFromOutside());
    }

    Overlay overlay() {
        return overlay;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    List<Workload> workloads() {
        return workloads;
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    <T> Stream<T> of(Class<T> model) {
        return of(model.getSimpleName().substring(2)).map(manifest -> manifest.as(model));
    }

    Optional<V1Service> service(String name) {
        return of("Service").filter(manifest -> manifest.name().equals(name)).map(manifest -> manifest.as(V1Service.class))
                .findFirst();
    }

    /** @return the pods that a service leads to */
    List<Workload> behind(V1Service service) {
        return workloads.stream()
                .filter(workload -> workload.labels().entrySet().containsAll(service.getSpec().getSelector().entrySet()))
                .toList();
    }

    /** @return by their names, with what is in them */
    Map<String, Map<String, String>> configMaps() {
        return configMaps;
    }

    /** @return by their names, with what is in them; those from outside too */
    Map<String, Map<String, String>> secrets() {
        return secrets;
    }

    private Map<String, Map<String, String>> contents(String kind, UnaryOperator<String> decoded) {
        Map<String, Map<String, String>> contents = new HashMap<>();
        of(kind).forEach(manifest -> {
            Map<String, String> content = new LinkedHashMap<>();
            manifest.tree().at("data").entries().forEach((key, value) -> content.put(key, decoded.apply(value.text())));
            contents.put(manifest.name(), content);
        });
        return contents;
    }

    /** @return the variables that a workload's container has, as far as they are known before it runs */
    Map<String, String> environment(Workload workload) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (V1EnvFromSource source : workload.container().getEnvFrom())
            environment.putAll(source.getConfigMapRef() != null
                    ? configMaps.getOrDefault(source.getConfigMapRef().getName(), Map.of())
                    : secrets.getOrDefault(source.getSecretRef().getName(), Map.of()));
        for (V1EnvVar variable : workload.container().getEnv())
            environment.put(variable.getName(), value(variable));
        return environment;
    }

    private String value(V1EnvVar variable) {
        V1SecretKeySelector secret = variable.getValueFrom() == null ? null : variable.getValueFrom().getSecretKeyRef();
        if (secret != null)
            return secrets.getOrDefault(secret.getName(), Map.of()).getOrDefault(secret.getKey(), "");
        return variable.getValue() == null ? "" : variable.getValue();
    }

    /** @return the files that a workload's container has from ConfigMaps, by their paths in it */
    Map<String, String> files(Workload workload) {
        Map<String, String> files = new LinkedHashMap<>();
        workload.container().getVolumeMounts().forEach(mount -> workload.pod().getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()) && volume.getConfigMap() != null)
                .forEach(volume -> configMaps.getOrDefault(volume.getConfigMap().getName(), Map.of())
                        .forEach((name, content) -> files.put(mount.getMountPath() + "/" + name, content))));
        return files;
    }
}
