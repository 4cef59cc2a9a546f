package dev.foundation.tracing.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;

/** What the README tells to type names what is there. */
class ReadmeCommandsTest {

    private static final Pattern DIRECTORY = Pattern.compile("-k (\\S+)");
    private static final Pattern FILE = Pattern.compile(" (?:-f|--values) ([\\w./-]+)");
    private static final Pattern NAMESPACE = Pattern.compile("-n (\\S+)");
    private static final Pattern FORWARD = Pattern.compile("port-forward service/(\\S+ \\d+)");
    private static final Pattern SECRET = Pattern.compile("create secret generic (\\S+)");
    private static final Pattern WORKLOAD = Pattern.compile("((?:deployment|statefulset|daemonset)/\\S+)");

    private static final Pattern BUILT = Pattern
            .compile("for s in ([a-z ]+); do\\s+docker build -f (\\S+) --build-arg SERVICE=\\$s -t (\\S+) \\.\n");

    private static Cluster local;
    private static Cluster production;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        Kustomize.assumeInstalled();
        local = new Cluster(Overlay.LOCAL, Overlay.LOCAL.rendered(Overlay.ROOT.resolve("k8s")));
        production = new Cluster(Overlay.PRODUCTION, Overlay.PRODUCTION.rendered(Overlay.ROOT.resolve("k8s")));
    }

    @Test
    void filesAreThere() {
        assertThat(named(DIRECTORY, FILE)).isNotEmpty().allMatch(file -> Files.exists(Overlay.ROOT.resolve(file)));
    }

    @Test
    void namespacesAreThoseOfTheOverlays() {
        String namespace = production.of("Namespace").map(Manifest::name).findFirst().orElseThrow();

        assertThat(named(NAMESPACE)).isNotEmpty().allMatch(List.of(namespace, "tempo")::contains);
    }

    @Test
    void whatIsForwardedIsAPortOfAService() {
        assertThat(named(FORWARD)).isNotEmpty().allSatisfy(forward -> {
            String[] words = forward.split(" ", 2);
            assertThat(local.service(words[0]))
                    .hasValueSatisfying(service -> assertThat(ports(service)).contains(Integer.valueOf(words[1])));
        });
    }

    @Test
    void workloadsAreThere() {
        List<String> ids = Stream.of(local, production).flatMap(cluster -> cluster.workloads().stream())
                .map(workload -> workload.id().toLowerCase(Locale.ROOT)).toList();

        assertThat(named(WORKLOAD)).isNotEmpty().allMatch(ids::contains);
    }

    @Test
    void theSecretsThatProductionNeedsAreMadeWithTheirKeys() {
        List<String> commands = Readme.commands("kubectl").stream().filter(command -> SECRET.matcher(command).find()).toList();

        Overlay.PRODUCTION.secretsFromOutside().forEach((name, content) -> assertThat(commands).as(name)
                .anyMatch(command -> command.contains("-n shop create secret generic " + name + " ")
                        && content.keySet().stream().allMatch(key -> command.contains("--from-literal=" + key + "="))));
    }

    @Test
    void theEdgeIsLabelledAsThePolicyWantsIt() {
        assertThat(Readme.commands("kubectl")).anyMatch(command -> command.endsWith("foundation.dev/edge=true"));
    }

    @Test
    void everyImageThatIsBuiltIsTheOneThatRuns() {
        Matcher built = BUILT.matcher(Readme.text());
        assertThat(built.find()).isTrue();

        assertThat(local.workloads().stream().filter(Workload::isOurs).map(workload -> workload.container().getImage()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(built.group(1).split(" "))
                        .map(program -> built.group(3).replace("$s", program)).toList());
        assertThat(Overlay.ROOT.resolve(built.group(2))).exists();
        assertThat(Readme.text()).contains("kind load docker-image " + built.group(3) + "\n");
    }

    /** @return what these find in the commands */
    private static List<String> named(Pattern... patterns) {
        return Stream.of("kubectl", "helm").flatMap(program -> Readme.commands(program).stream())
                .flatMap(command -> Stream.of(patterns).map(pattern -> pattern.matcher(command)).filter(Matcher::find))
                .map(matcher -> matcher.group(1)).toList();
    }

    private static List<Integer> ports(V1Service service) {
        return Objects.requireNonNull(service.getSpec()).getPorts().stream().map(V1ServicePort::getPort).toList();
    }
}
