package dev.foundation.tracing.it.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/**
 * Reads a manifest as strictly as an API server does: every field is known, of its type, and none that must be there is
 * missing.
 */
final class Model {

    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1 ConfigMap", V1ConfigMap.class,
            "v1 Namespace", V1Namespace.class,
            "v1 Secret", V1Secret.class,
            "v1 Service", V1Service.class,
            "apps/v1 DaemonSet", V1DaemonSet.class,
            "apps/v1 Deployment", V1Deployment.class,
            "apps/v1 StatefulSet", V1StatefulSet.class,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

    private Model() {
    }

    /** @return a sentence for each mistake, but one at most for a field that is missing or not known */
    static List<String> problems(Manifest manifest) {
        String kind = manifest.tree().at("apiVersion").text() + " " + manifest.kind();
        Class<?> model = KINDS.get(kind);
        if (model == null)
            return List.of("there is no " + kind);
        try {
            // A value of another type is converted on the way to the model and back: it differs from what was sent then.
            List<String> problems = new ArrayList<>();
            compare("", manifest.json(), JSON.getGson().toJsonTree(manifest.as(model)), problems);
            return problems;
        } catch (IllegalArgumentException | JsonParseException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static void compare(String path, JsonElement sent, JsonElement understood, List<String> problems) {
        if (sent.isJsonObject() && understood.isJsonObject())
            sent.getAsJsonObject().asMap().forEach((key, value) -> {
                JsonElement other = understood.getAsJsonObject().get(key);
                if (other == null)
                    problems.add(path + "." + key + " is not understood");
                else
                    compare(path + "." + key, value, other, problems);
            });
        else if (sent.isJsonArray() && understood.isJsonArray()
                && sent.getAsJsonArray().size() == understood.getAsJsonArray().size())
            for (int i = 0; i < sent.getAsJsonArray().size(); i++)
                compare(path + "[" + i + "]", sent.getAsJsonArray().get(i), understood.getAsJsonArray().get(i), problems);
        else if (!sent.equals(understood))
            problems.add(path + " is " + sent + " and would have to be " + understood);
    }
}
