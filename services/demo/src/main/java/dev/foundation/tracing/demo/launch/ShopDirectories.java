package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a shop's files are.
 *
 * @param work holds logs and data of one run
 * @param binaries PostgreSQL, unpacked once for all runs
 */
record ShopDirectories(Path work, Path binaries) {

    Path logs() {
        return work.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path data() {
        return work.resolve("data");
    }

    /**
     * Removes what an earlier run left.
     *
     * @throws LaunchException if that is not possible
     */
    void makeAnew() {
        try {
            for (Path directory : List.of(logs(), data())) {
                delete(directory);
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new LaunchException("can't make " + work + " anew: " + e, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory))
            return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        }
    }
}
