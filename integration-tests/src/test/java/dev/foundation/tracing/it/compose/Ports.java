package dev.foundation.tracing.it.compose;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** Which ports each container listens on, as its own settings say it. */
final class Ports {

    private static final Pattern ENDPOINT = Pattern.compile("0\\.0\\.0\\.0:(\\d+)");

    /** By image, of those that have no file of settings here: the ports that their documentation names. */
    private static final Map<String, Set<Integer>> FIXED = Map.of("postgres", Set.of(5432), "redis", Set.of(6379),
            "prom/prometheus", Set.of(9090), "grafana/grafana", Set.of(3000), "jaegertracing/jaeger",
            Set.of(4317, 4318, 13133, 16686));

    private final Checkout checkout;

    Ports(Checkout checkout) {
        this.checkout = checkout;
    }

    Set<Integer> of(Container container) {
        if (container.service().isPresent())
            return checkout.settings(container.service().get()).port().map(Set::of).orElse(Set.of());
        return switch (container.name()) {
            case "collector" -> collector(checkout.collector());
            case "tempo" -> tempo(checkout.tempo());
            default -> FIXED.getOrDefault(container.image().split(":", 2)[0], Set.of());
        };
    }

    private static Set<Integer> collector(JsonNode file) {
        return Stream.concat(endpoints(file.path("receivers")), ports(file.findValues("port").toArray(JsonNode[]::new)))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> tempo(JsonNode file) {
        return Stream.concat(endpoints(file.path("distributor")), ports(file.at("/server/http_listen_port")))
                .collect(Collectors.toSet());
    }

    private static Stream<Integer> endpoints(JsonNode node) {
        return Yaml.texts(node).flatMap(text -> ENDPOINT.matcher(text).results()).map(port -> Integer.valueOf(port.group(1)));
    }

    private static Stream<Integer> ports(JsonNode... ports) {
        return Arrays.stream(ports).map(JsonNode::intValue);
    }
}
