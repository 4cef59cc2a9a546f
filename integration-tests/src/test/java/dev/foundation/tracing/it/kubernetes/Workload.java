package dev.foundation.tracing.it.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1DaemonSetSpec;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentSpec;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V1StatefulSetSpec;

/** What makes pods. */
record Workload(Manifest manifest, V1LabelSelector selector, V1PodTemplateSpec template) {

    /** @return empty if the manifest makes none */
    static Optional<Workload> of(Manifest manifest) {
        return Optional.ofNullable(switch (manifest.kind()) {
            case "Deployment" -> {
                V1DeploymentSpec spec = Objects.requireNonNull(manifest.as(V1Deployment.class).getSpec());
                yield new Workload(manifest, spec.getSelector(), spec.getTemplate());
            }
            case "StatefulSet" -> {
                V1StatefulSetSpec spec = Objects.requireNonNull(manifest.as(V1StatefulSet.class).getSpec());
                yield new Workload(manifest, spec.getSelector(), spec.getTemplate());
            }
            case "DaemonSet" -> {
                V1DaemonSetSpec spec = Objects.requireNonNull(manifest.as(V1DaemonSet.class).getSpec());
                yield new Workload(manifest, spec.getSelector(), spec.getTemplate());
            }
            default -> null;
        });
    }

    String name() {
        return manifest.name();
    }

    String id() {
        return manifest.id();
    }

    /** @return of its pods */
    Map<String, String> labels() {
        return Objects.requireNonNull(template.getMetadata()).getLabels();
    }

    V1PodSpec pod() {
        return Objects.requireNonNull(template.getSpec());
    }

    V1Container container() {
        List<V1Container> containers = pod().getContainers();
        if (containers.size() != 1)
            throw new IllegalStateException(id() + " has " + containers.size() + " containers: the checks know of one");
        return containers.get(0);
    }

    /** @return the names of the volumes that the cluster makes for each pod */
    Stream<String> claims() {
        return manifest.tree().at("spec", "volumeClaimTemplates").items().map(claim -> claim.at("metadata", "name").text());
    }

    /** @return the port that is meant by a name or a number, if there is one */
    Optional<Integer> port(IntOrString meant) {
        return ports().filter(port -> meant.isInteger()
                ? port.getContainerPort().equals(meant.getIntValue())
                : meant.getStrValue().equals(port.getName())).map(V1ContainerPort::getContainerPort).findFirst();
    }

    Stream<V1ContainerPort> ports() {
        return container().getPorts().stream();
    }

    /** @return whether it is a program of the shop: a service, or the traffic */
    boolean isOurs() {
        return container().getImage().contains("foundation/shop-");
    }

    boolean isService() {
        return "service".equals(labels().get("app.kubernetes.io/component"));
    }
}
