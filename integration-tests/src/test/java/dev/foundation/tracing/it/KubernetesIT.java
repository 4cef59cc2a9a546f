package dev.foundation.tracing.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesIT {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @ParameterizedTest
    @ValueSource(strings = { "k8s/base", "k8s/overlays/local" })
    void kustomizeBuildsTheFourServices(String directory) throws Exception {
        assumeTrue(isOnThePath("kubectl"), "left out: no kubectl on the PATH; with one: mvn verify -Dit.test=KubernetesIT");

        Process kustomize = new ProcessBuilder("kubectl", "kustomize", ROOT.resolve(directory).toString())
                .redirectErrorStream(true).start();
        String manifests = read(kustomize);

        assertThat(kustomize.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(kustomize.exitValue()).as(manifests).isZero();
        assertThat(manifests).contains("name: storefront", "name: catalog", "name: orders", "name: payments");
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isOnThePath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
