package dev.foundation.tracing.it.compose;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.it.configuration.Yaml;

/** A host and a port that some text leads to: {@code tempo:4317}, or within an address. */
record Endpoint(String host, int port) {

    private static final Pattern ADDRESS = Pattern.compile("(?:^|//|@)([a-z][a-z0-9-]*|127\\.0\\.0\\.1):(\\d+)(?![\\d.:])");

    static Stream<Endpoint> in(JsonNode node) {
        return Yaml.texts(node).flatMap(Endpoint::in);
    }

    static Stream<Endpoint> in(String text) {
        return ADDRESS.matcher(text).results()
                .map(match -> new Endpoint(match.group(1), Integer.parseInt(match.group(2))));
    }

    boolean isLocal() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
