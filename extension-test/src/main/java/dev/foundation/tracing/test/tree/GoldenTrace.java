package dev.foundation.tracing.test.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.Trace;

/**
 * A trace that was found right, kept as a tree in a file. The file is below {@code src/test/resources} of the module, or below
 * the
 * system property {@value #DIRECTORY}; with the system property {@value #UPDATE} it is written anew. What the file has as
 * {@code *} stays so.
 */
public final class GoldenTrace {

    static final String DIRECTORY = "trace.golden.dir";
    static final String UPDATE = "trace.golden.update";

    private final Path file;
    private final boolean update;

    GoldenTrace(Path directory, String name, boolean update) {
        file = directory.resolve(name).normalize();
        this.update = update;
        if (!file.startsWith(directory.normalize()) || file.equals(directory.normalize()))
            throw new IllegalArgumentException("'" + name + "' is outside of " + directory + ": name a file below it");
    }

    /** @param name of a file, with its path below the directory: {@code order-placed.trace} */
    public static GoldenTrace named(String name) {
        String value = System.getProperty(UPDATE, "false");
        return new GoldenTrace(directory(), name, !value.equals("false"));
    }

    /**
     * @return how the trace differs from the file; empty if it does not, or if the file was written
     * @throws IllegalArgumentException if the file is no tree; names the line
     */
    public Optional<Mismatch> check(Trace trace) {
        String actual = TreeText.of(trace);
        if (update) {
            write(actual);
            return Optional.empty();
        }
        return Files.exists(file) ? compare(read(), actual, trace) : Optional.of(absent(actual));
    }

    private Optional<Mismatch> compare(String golden, String actual, Trace trace) {
        TreeDifference difference = pattern(golden).compare(trace);
        if (difference.isEmpty())
            return Optional.empty();
        String shown = KeptStars.of(golden).in(actual);
        return Optional
                .of(new Mismatch("the trace differs from " + file + ": " + difference.summary() + howTo("accept") + "\n\n"
                        + LineDiff.of(golden, shown), difference.marks(), golden, shown));
    }

    private TreePattern pattern(String golden) {
        try {
            return TreePattern.strict(golden);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private Mismatch absent(String actual) {
        return new Mismatch("there is no golden trace " + file + howTo("write") + ". It would be:\n\n" + actual, Marks.none(),
                "",
                actual);
    }

    private static String howTo(String verb) {
        return ". To " + verb + " it: mvn verify -D" + UPDATE;
    }

    private void write(String actual) {
        String before = Files.exists(file) ? read() : "";
        String after = KeptStars.of(before).in(actual);
        if (before.equals(after))
            return;
        try {
            Files.createDirectories(file.getParent());
            // Not a temporary file: only its owner could read it.
            Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            Files.writeString(draft, after, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            System.out.println("wrote the golden trace " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the golden trace " + file, e);
        }
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the golden trace " + file, e);
        }
    }

    private static Path directory() {
        String given = System.getProperty(DIRECTORY);
        if (given != null)
            return Path.of(given).toAbsolutePath();
        // Surefire says where the module is; elsewhere tests run in it.
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve(Path.of("src", "test", "resources"));
    }

    /**
     * @param message says what differs and how to accept it
     * @param expected the file
     * @param actual what the file would be
     */
    public record Mismatch(String message, Marks marks, String expected, String actual) {
    }
}
