package dev.foundation.tracing.it.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Renders a directory as {@code kubectl apply -k} would send it. */
final class Kustomize {

    private Kustomize() {
    }

    static void assumeInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
        assumeTrue(installed, "left out: no kubectl on the PATH; with one:"
                + " mvn test -pl integration-tests -am -Dtest='dev.foundation.tracing.it.kubernetes.*Test'"
                + " -Dsurefire.failIfNoSpecifiedTests=false");
    }

    /** @throws FailedException with what kubectl says of it */
    static List<Manifest> render(Path directory) throws IOException, InterruptedException {
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", directory.toString()).redirectErrorStream(true).start();
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0)
            throw new FailedException(output);
        return Tree.documents(output).map(Manifest::new).toList();
    }

    /** It cannot be rendered. */
    static final class FailedException extends RuntimeException {

        FailedException(String message) {
            super(message);
        }
    }
}
