package dev.foundation.tracing.it.kubernetes;

import org.jspecify.annotations.Nullable;

import com.google.gson.Gson;
import com.google.gson.JsonElement;

import io.kubernetes.client.openapi.JSON;

/** One object for Kubernetes, as it is sent. */
final class Manifest {

    static {
        // Its constructor is what gives the models their adapters.
        new JSON();
    }

    private final Tree tree;
    private @Nullable Object model;

    Manifest(Tree tree) {
        this.tree = tree;
    }

    Tree tree() {
        return tree;
    }

    String kind() {
        return tree.at("kind").text();
    }

    String name() {
        return tree.at("metadata", "name").text();
    }

    String id() {
        return kind() + "/" + name();
    }

    JsonElement json() {
        return new Gson().toJsonTree(tree.node());
    }

    /**
     * @param type its kind's model
     * @throws IllegalArgumentException if a field is missing, or not known
     * @throws com.google.gson.JsonParseException if a field has something that cannot be converted to its type
     */
    <T> T as(Class<T> type) {
        if (model == null)
            model = JSON.getGson().fromJson(json(), type);
        return type.cast(model);
    }
}
