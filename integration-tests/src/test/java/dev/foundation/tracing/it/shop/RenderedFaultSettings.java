package dev.foundation.tracing.it.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What Kubernetes' manifests set for faults, rendered as they are applied. */
final class RenderedFaultSettings {

    private static final Pattern SETTING = Pattern.compile("^ +(SHOP_FAULTS_\\w+): \"?([^\"\n]*)\"?$", Pattern.MULTILINE);

    private RenderedFaultSettings() {
    }

    /** @return by their names in the environment; all services have the same */
    static Map<String, String> of(String overlay) throws IOException {
        assumeTrue(isOnThePath("kubectl"),
                "left out: no kubectl on the PATH; with one: mvn verify -Dit.test=ProductionFaultsIT");
        String manifests = render(RunningShop.ROOT.resolve(overlay));
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(manifests).results().forEach(found -> settings.put(found.group(1), found.group(2)));
        assertThat(manifests.split("SHOP_FAULTS_", -1)).as("settings that are not in a ConfigMap, or twice")
                .hasSize(settings.size() + 1);
        return settings;
    }

    private static String render(Path overlay) throws IOException {
        Process kustomize = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isOnThePath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
