package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * YAML as it stands in a file. What is not there is an empty tree.
 *
 * @param node a map, a list, a scalar, or null
 */
record Tree(@Nullable Object node) {

    /** @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML, or a key is there twice */
    static Tree of(String text) {
        return new Tree(yaml().load(text));
    }

    static Tree of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Stream<Tree> documents(String text) {
        return StreamSupport.stream(yaml().loadAll(text).spliterator(), false).map(Tree::new);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    Tree at(String... keys) {
        Object found = node;
        for (String key : keys)
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        return new Tree(found);
    }

    boolean isPresent() {
        return node != null;
    }

    /** @return empty if there is nothing */
    String text() {
        return node == null ? "" : node.toString();
    }

    Stream<Tree> items() {
        return node instanceof List<?> list ? list.stream().map(Tree::new) : Stream.empty();
    }

    /** @return in the order of the file */
    Map<String, Tree> entries() {
        Map<String, Tree> entries = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map)
            map.forEach((key, value) -> entries.put(key.toString(), new Tree(value)));
        return entries;
    }
}
