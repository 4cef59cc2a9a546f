package dev.foundation.tracing.it.compose;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies files from a checkout, but neither what was built nor tests. */
final class SourceCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    SourceCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (directory.endsWith("target") || directory.endsWith("src/test"))
            return FileVisitResult.SKIP_SUBTREE;
        Files.createDirectories(copyOf(directory));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, copyOf(file));
        return FileVisitResult.CONTINUE;
    }

    private Path copyOf(Path path) {
        return to.resolve(from.relativize(path));
    }
}
