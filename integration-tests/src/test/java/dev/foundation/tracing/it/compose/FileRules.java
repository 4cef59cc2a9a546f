package dev.foundation.tracing.it.compose;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** What is mounted is there, and where programs look for it. */
final class FileRules {

    private FileRules() {
    }

    static Stream<String> mountedFilesExist(Checkout checkout) {
        return checkout.compose().containers().stream().flatMap(container -> container.mounts().stream())
                .filter(Container.Mount::isFile).filter(mount -> !Files.exists(checkout.file(mount.source())))
                .map(mount -> mount.source() + " is mounted, but missing");
    }

    static Stream<String> volumesAreDeclared(Checkout checkout) {
        Set<String> declared = checkout.compose().volumes();
        return checkout.compose().containers().stream().flatMap(container -> container.mounts().stream())
                .filter(mount -> !mount.isFile() && !declared.contains(mount.source()))
                .map(mount -> "the volume " + mount.source() + " is not declared");
    }

    /** An image without a directory there would leave the volume to root. */
    static Stream<String> volumesLieWhereTheirImagesHaveADirectory(Checkout checkout) {
        Set<String> directories = Set.of("postgres /var/lib/postgresql/data", "grafana/tempo /var/tempo",
                "prom/prometheus /prometheus", "grafana/grafana /var/lib/grafana");
        return checkout.compose().containers().stream().flatMap(container -> container.mounts().stream()
                .filter(mount -> !mount.isFile())
                .map(mount -> container.image().split(":", 2)[0] + " " + mount.target())
                .filter(place -> !directories.contains(place)).map(place -> "nobody knows who owns " + place));
    }

    static Stream<String> everyFileForComposeIsMounted(Checkout checkout) {
        Set<Path> mounted = checkout.compose().containers().stream().flatMap(container -> container.mounts().stream())
                .map(mount -> checkout.file(mount.source()).normalize()).collect(toSet());
        return checkout.filesBelow("services/compose").filter(file -> !mounted.contains(file.normalize()))
                .map(file -> file.getFileName() + " is mounted nowhere");
    }
}
