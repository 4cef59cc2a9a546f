package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a configuration file of somebody else's program may have in it, as far as ours do: a YAML file of the same form, with
 * kinds of
 * values for values. A key with {@code !} must be there, {@code *} is any key, and {@code a|b} is one of these words.
 */
final class Shape {

    private static final Map<String, Pattern> KINDS = Map.of(
            "text", Pattern.compile(".*"),
            "name", Pattern.compile("[a-z0-9][a-z0-9_/-]*"),
            "number", Pattern.compile("\\d+"),
            "flag", Pattern.compile("true|false"),
            "duration", Pattern.compile("\\d+(ms|s|m|h)"),
            "address", Pattern.compile("[\\w.-]+:\\d+"),
            "path", Pattern.compile("/[\\w/.-]+"));

    /** What YAML would read as a number is one to the program too. */
    private static final Set<String> TEXTS = Set.of("text", "name", "duration", "address", "path");

    private final Tree shape;

    private Shape(Tree shape) {
        this.shape = shape;
    }

    /** @param resource beside this class */
    static Shape of(String resource) {
        try (InputStream file = Objects.requireNonNull(Shape.class.getResourceAsStream(resource), resource)) {
            return new Shape(Tree.of(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> problems(Tree file) {
        List<String> problems = new ArrayList<>();
        compare("", shape, file, problems);
        return problems;
    }

    private static void compare(String path, Tree shape, Tree tree, List<String> problems) {
        if (shape.node() instanceof Map<?, ?>)
            compareEntries(path, shape.entries(), tree, problems);
        else if (shape.node() instanceof List<?>)
            compareItems(path, shape.items().findFirst().orElseThrow(), tree, problems);
        else if (!isOf(shape.text(), tree))
            problems.add(path + " is no " + shape.text() + ": " + tree.text());
    }

    private static void compareEntries(String path, Map<String, Tree> shapes, Tree tree, List<String> problems) {
        if (tree.isPresent() && !(tree.node() instanceof Map<?, ?>))
            problems.add(path + " has nothing below it, but is " + tree.text());
        shapes.keySet().stream().filter(key -> key.endsWith("!")).map(key -> key.substring(0, key.length() - 1))
                .filter(key -> !tree.at(key).isPresent()).forEach(key -> problems.add(path + "." + key + " is missing"));
        tree.entries().forEach((key, value) -> {
            Tree shape = shapes.getOrDefault(key, shapes.getOrDefault(key + "!", shapes.get("*")));
            if (shape == null)
                problems.add(path + "." + key + " is not known");
            else
                compare(path + "." + key, shape, value, problems);
        });
    }

    private static void compareItems(String path, Tree shape, Tree tree, List<String> problems) {
        if (!(tree.node() instanceof List<?>))
            problems.add(path + " is no list");
        tree.items().forEach(item -> compare(path + "[]", shape, item, problems));
    }

    private static boolean isOf(String kind, Tree tree) {
        Pattern pattern = KINDS.get(kind);
        if (pattern == null)
            return List.of(kind.split("\\|", -1)).contains(tree.text());
        return pattern.matcher(tree.text()).matches() && (!TEXTS.contains(kind) || tree.node() instanceof String);
    }
}
