package dev.foundation.tracing.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.foundation.tracing.it.kubernetes.Kustomize;

/** What Kubernetes' manifests set for faults, rendered as they are applied. */
final class RenderedFaultSettings {

    private static final Pattern SETTING = Pattern.compile("^ +(SHOP_FAULTS_\\w+): \"?([^\"\n]*)\"?$", Pattern.MULTILINE);

    private RenderedFaultSettings() {
    }

    /** @return by their names in the environment; all services have the same */
    static Map<String, String> of(String overlay) throws IOException, InterruptedException {
        Kustomize.assumeInstalled();
        String manifests = Kustomize.text(RunningShop.ROOT.resolve(overlay));
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(manifests).results().forEach(found -> settings.put(found.group(1), found.group(2)));
        assertThat(manifests.split("SHOP_FAULTS_", -1)).as("settings that are not in a ConfigMap, or twice")
                .hasSize(settings.size() + 1);
        return settings;
    }
}
