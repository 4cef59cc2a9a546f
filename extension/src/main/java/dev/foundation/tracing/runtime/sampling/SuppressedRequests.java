package dev.foundation.tracing.runtime.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.tracing.TracerRecorder;

/**
 * Requests that Quarkus never traces: health checks, static resources, and what {@code suppress-application-uris} says. It
 * keeps a sampler for them around the one that it was configured with, but does not say what that has dropped and why.
 */
final class SuppressedRequests {

    private static final SuppressedRequests NONE = new SuppressedRequests(Set.of());

    private final Set<String> exact = new HashSet<>();
    private final List<String> starts;
    private final boolean isEmpty;

    /** @param targets as Quarkus has them; those that end with {@code *} begin like this */
    SuppressedRequests(Set<String> targets) {
        targets.stream().filter(target -> !target.endsWith("*")).forEach(exact::add);
        this.isEmpty = targets.isEmpty();
        this.starts = targets.stream().filter(target -> target.endsWith("*"))
                .map(target -> target.substring(0, target.length() - 1)).toList();
    }

    static SuppressedRequests none() {
        return NONE;
    }

    static SuppressedRequests of(OTelRuntimeConfig config) {
        Set<String> targets = new HashSet<>();
        if (config.traces().suppressNonApplicationUris())
            targets.addAll(TracerRecorder.dropNonApplicationUriTargets);
        if (!config.traces().includeStaticResources())
            targets.addAll(TracerRecorder.dropStaticResourceTargets);
        config.traces().suppressApplicationUris().orElse(List.of()).stream().filter(uri -> !uri.isEmpty())
                .map(uri -> uri.startsWith("/") ? uri : "/" + uri).forEach(targets::add);
        return new SuppressedRequests(targets);
    }

    boolean contains(String path, Attributes request) {
        if (path.isEmpty() || isEmpty)
            return false;
        String query = request.get(UrlAttributes.URL_QUERY);
        return contains(query == null ? path : path + '?' + query);
    }

    /** @return whether there may be any among those whose paths begin like that */
    boolean overlaps(String start) {
        return exact.stream().anyMatch(path -> path.startsWith(start))
                || starts.stream().anyMatch(other -> other.startsWith(start) || start.startsWith(other));
    }

    private boolean contains(String target) {
        if (exact.contains(target))
            return true;
        if (target.endsWith("/") && exact.contains(target.substring(0, target.length() - 1)))
            return true;
        for (int i = 0; i < starts.size(); i++)
            if (target.startsWith(starts.get(i)))
                return true;
        return false;
    }
}
