package dev.foundation.tracing.deployment.interception;

import java.util.Collection;
import java.util.Set;

import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import io.quarkus.builder.item.SimpleBuildItem;

/** The traced methods that have our interceptor around them, where an instance has interceptors. */
public final class InterceptedMethodsBuildItem extends SimpleBuildItem {

    private final Set<TracedMethodBuildItem> methods;

    InterceptedMethodsBuildItem(Collection<TracedMethodBuildItem> methods) {
        this.methods = Set.copyOf(methods);
    }

    public boolean contains(TracedMethodBuildItem method) {
        return methods.contains(method);
    }
}
