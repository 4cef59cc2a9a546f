package dev.foundation.tracing.it.kubernetes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.foundation.tracing.it.configuration.ServiceSettings;

/** All that is checked of an overlay. */
final class Proof {

    private static final Map<String, ServiceSettings> PROGRAMS = Stream
            .concat(ServiceSettings.SERVICES.stream(), Stream.of(Overlay.TRAFFIC))
            .collect(Collectors.toMap(Function.identity(), ServiceSettings::of));

    private static final List<Check> CHECKS = List.of(new References(), new Selections(), new PortNames(),
            new Settings(PROGRAMS),
            new Network(), new Numbers(), new Safety(), new Endings(PROGRAMS), new Configurations(), new Memory());

    private Proof() {
    }

    /** @return a sentence for each mistake; for those in single manifests alone, if there are any */
    static List<String> problems(Overlay overlay, Path k8s) throws IOException, InterruptedException {
        List<Manifest> manifests = overlay.rendered(k8s);
        List<String> problems = manifests.stream().flatMap(manifest -> Stream
                .concat(Model.problems(manifest).stream(), FixedWords.problems(manifest).stream())
                .map(problem -> manifest.id() + ": " + problem)).toList();
        if (!problems.isEmpty())
            return problems;
        Cluster cluster = new Cluster(overlay, manifests);
        return CHECKS.stream().flatMap(check -> check.problems(cluster).stream()).toList();
    }
}
