package dev.foundation.tracing.it.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Renders a directory as {@code kubectl apply -k} would send it. */
public final class Kustomize {

    /** The first with a Kustomize that understands ours. */
    private static final int OLDEST = 27;
    private static final Pattern VERSION = Pattern.compile("Client Version: v1\\.(\\d+)");

    private Kustomize() {
    }

    /** Leaves the test out, and says why, where there is no kubectl or an old one. */
    public static void assumeInstalled() throws IOException, InterruptedException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
        assumeTrue(installed && version() >= OLDEST, "left out: no kubectl 1." + OLDEST + " or newer on the PATH; with one:"
                + " mvn verify -Dtest='dev.foundation.tracing.it.kubernetes.*Test' -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dit.test=ProductionFaultsIT -Dfailsafe.failIfNoSpecifiedTests=false");
    }

    /** @throws FailedException with what kubectl says of it */
    static List<Manifest> render(Path directory) throws IOException, InterruptedException {
        return Tree.documents(text(directory)).map(Manifest::new).toList();
    }

    /**
     * @return YAML
     * @throws FailedException with what kubectl says of it
     */
    public static String text(Path directory) throws IOException, InterruptedException {
        return kubectl("kustomize", directory.toString());
    }

    private static int version() throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(kubectl("version", "--client"));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String kubectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("kubectl"), Arrays.stream(arguments)).toList();
        Process kubectl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0)
            throw new FailedException(output);
        return output;
    }

    /** It cannot be rendered. */
    static final class FailedException extends RuntimeException {

        FailedException(String message) {
            super(message);
        }
    }
}
