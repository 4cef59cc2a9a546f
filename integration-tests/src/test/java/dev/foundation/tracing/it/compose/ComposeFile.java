package dev.foundation.tracing.it.compose;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** {@code docker-compose.yml}, as it is with nothing in the environment. */
record ComposeFile(JsonNode content) {

    List<Container> containers() {
        return content.get("services").properties().stream()
                .map(entry -> new Container(entry.getKey(), entry.getValue())).toList();
    }

    /** @return which of the shop's programs are built */
    Set<String> programs() {
        return containers().stream().flatMap(container -> container.service().stream()).collect(Collectors.toSet());
    }

    Container container(String name) {
        return new Container(name, content.get("services").path(name));
    }

    Set<String> names() {
        return Yaml.names(content.get("services")).collect(Collectors.toSet());
    }

    Set<String> volumes() {
        return Yaml.names(content.path("volumes")).collect(Collectors.toSet());
    }

    /** @return the ports of this machine that lead to a container */
    Set<Integer> publishedPorts() {
        return containers().stream().flatMap(container -> container.published().stream()).map(Container.Published::port)
                .collect(Collectors.toSet());
    }
}
