package dev.foundation.tracing.it.compose;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** One service of {@code docker-compose.yml}. */
record Container(String name, JsonNode definition) {

    /** @param target a port inside the container */
    record Published(String address, int port, int target) {
    }

    /** @param source a path, or the name of a volume */
    record Mount(String source, String target) {

        boolean isFile() {
            return source.startsWith(".");
        }
    }

    /** @return which of the shop's services it is */
    Optional<String> service() {
        return Optional.ofNullable(definition.at("/build/args/SERVICE").textValue());
    }

    String image() {
        return definition.path("image").asText();
    }

    Map<String, String> environment() {
        return definition.path("environment").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    List<Published> published() {
        return Yaml.texts(definition.path("ports")).map(Container::published).toList();
    }

    List<Mount> mounts() {
        return Yaml.texts(definition.path("volumes")).map(text -> text.split(":", 3))
                .map(parts -> new Mount(parts[0], parts[1])).toList();
    }

    /** @return what it starts after, with the condition */
    Map<String, String> dependencies() {
        return definition.path("depends_on").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().path("condition").asText()));
    }

    /** @return whether it does without what its image has for that */
    boolean isNeverProbed() {
        return definition.at("/healthcheck/disable").asBoolean();
    }

    /** @return what says whether it is healthy: a kind, and a command with its arguments */
    List<String> probe() {
        return Yaml.texts(definition.at("/healthcheck/test")).toList();
    }

    List<String> profiles() {
        return Yaml.texts(definition.path("profiles")).toList();
    }

    /** @return in MiB; 0 if there is none */
    int memoryLimit() {
        String limit = definition.path("mem_limit").asText("0m");
        return Integer.parseInt(limit.substring(0, limit.length() - 1)) * (limit.endsWith("g") ? 1024 : 1);
    }

    Duration stopGracePeriod() {
        return Duration.parse("PT" + definition.path("stop_grace_period").asText("10s"));
    }

    private static Published published(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 3 ? new Published(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                : new Published("0.0.0.0", Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
    }
}
