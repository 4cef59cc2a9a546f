package dev.foundation.tracing.it.configuration;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads YAML, and JSON as a part of it, with anchors and merge keys; a key that stands twice is refused. */
public final class Yaml {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Yaml() {
    }

    public static JsonNode parse(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return MAPPER.valueToTree(new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict)).load(text));
    }

    /** @return all texts in it, at any depth, without the names of fields */
    public static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.textValue()) : children(node).flatMap(Yaml::texts);
    }

    /** @return the elements of a list, the values of an object */
    public static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** @return the names of an object's fields */
    public static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }
}
