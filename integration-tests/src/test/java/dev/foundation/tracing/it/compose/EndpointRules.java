package dev.foundation.tracing.it.compose;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Whoever is called listens there. */
final class EndpointRules {

    private EndpointRules() {
    }

    static Stream<String> addressesLeadToContainersThatListenThere(Checkout checkout) {
        Ports ports = new Ports(checkout);
        Map<String, Set<Integer>> listening = checkout.compose().containers().stream()
                .collect(Collectors.toMap(Container::name, ports::of));
        return called(checkout).filter(endpoint -> !endpoint.isLocal())
                .filter(endpoint -> !listening.getOrDefault(endpoint.host(), Set.of()).contains(endpoint.port()))
                .map(endpoint -> "nobody listens on " + endpoint);
    }

    static Stream<String> addressesForTheBrowserArePublished(Checkout checkout) {
        Set<Integer> published = checkout.compose().publishedPorts();
        return environment(checkout).flatMap(Endpoint::in).filter(Endpoint::isLocal)
                .filter(endpoint -> !published.contains(endpoint.port()))
                .map(endpoint -> endpoint + " is not published");
    }

    static Stream<String> probesAskTheirOwnContainer(Checkout checkout) {
        Ports ports = new Ports(checkout);
        return checkout.compose().containers().stream().flatMap(container -> container.probe().stream()
                .flatMap(Endpoint::in).filter(endpoint -> !ports.of(container).contains(endpoint.port()))
                .map(endpoint -> container.name() + " is probed at " + endpoint + ", where it does not listen"));
    }

    static Stream<String> publishedPortsAreListenedOn(Checkout checkout) {
        Ports ports = new Ports(checkout);
        return checkout.compose().containers().stream().flatMap(container -> container.published().stream()
                .filter(published -> !ports.of(container).contains(published.target()))
                .map(published -> container.name() + " does not listen on " + published.target()));
    }

    private static Stream<Endpoint> called(Checkout checkout) {
        Stream<JsonNode> files = Stream.of(checkout.collector().path("exporters"), checkout.tempo(), checkout.prometheus(),
                checkout.dataSources());
        return Stream.concat(files.flatMap(Endpoint::in), environment(checkout).flatMap(Endpoint::in));
    }

    private static Stream<String> environment(Checkout checkout) {
        return checkout.compose().containers().stream().flatMap(container -> container.environment().values().stream());
    }
}
