package dev.foundation.tracing.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake in a copy of {@code k8s}, and of what that takes from elsewhere, is found, or the proof proves nothing. */
class BrokenCopyTest {

    private static final List<String> COPIED = List.of("k8s", "services/kustomization.yaml", "services/compose",
            "services/dashboards");

    @TempDir
    private Path root;

    @BeforeAll
    static void kubectlIsThere() throws Exception {
        Kustomize.assumeInstalled();
    }

    @BeforeEach
    void copy() throws IOException {
        for (String name : COPIED)
            try (Stream<Path> files = Files.walk(Overlay.ROOT.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = root.resolve(Overlay.ROOT.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
    }

    @TestFactory
    Stream<DynamicTest> aMisspeltFieldIsFound() throws IOException {
        return mistakes("misspelt fields");
    }

    @TestFactory
    Stream<DynamicTest> aMissingFieldIsFound() throws IOException {
        return mistakes("missing fields");
    }

    @TestFactory
    Stream<DynamicTest> aWrongTypeOrWordIsFound() throws IOException {
        return mistakes("wrong types and words");
    }

    @TestFactory
    Stream<DynamicTest> aWrongPortIsFound() throws IOException {
        return mistakes("wrong ports");
    }

    @TestFactory
    Stream<DynamicTest> aMissingFileIsFound() throws IOException {
        return mistakes("missing files");
    }

    @TestFactory
    Stream<DynamicTest> aReferenceToNothingIsFound() throws IOException {
        return mistakes("references to nothing");
    }

    @TestFactory
    Stream<DynamicTest> aWrongSettingIsFound() throws IOException {
        return mistakes("wrong settings");
    }

    @TestFactory
    Stream<DynamicTest> aWrongPolicyIsFound() throws IOException {
        return mistakes("wrong policies");
    }

    @TestFactory
    Stream<DynamicTest> aWrongConfigurationIsFound() throws IOException {
        return mistakes("wrong configurations");
    }

    @TestFactory
    Stream<DynamicTest> aPodThatIsNotSafeIsFound() throws IOException {
        return mistakes("unsafe pods");
    }

    private Stream<DynamicTest> mistakes(String group) throws IOException {
        try (InputStream file = Objects.requireNonNull(BrokenCopyTest.class.getResourceAsStream("mistakes.yaml"))) {
            List<Tree> mistakes = Tree.of(new String(file.readAllBytes(), StandardCharsets.UTF_8)).at(group).items().toList();
            assertThat(mistakes).as(group).isNotEmpty();
            return mistakes.stream().map(mistake -> mistake.items().map(Tree::text).toList())
                    .map(words -> new Mistake(words.get(0), words.get(1), words.get(2), words.get(3)))
                    .map(mistake -> DynamicTest.dynamicTest(mistake.instead() + " in " + mistake.file(), () -> find(mistake)));
        }
    }

    private void find(Mistake mistake) throws IOException, InterruptedException {
        Path file = root.resolve(mistake.file());
        String right = Files.readString(file);
        assertThat(right).contains(mistake.written());
        Files.writeString(file, right.replace(mistake.written(), mistake.instead()));
        try {
            assertThat(problems(mistake.overlay())).anyMatch(problem -> problem.contains(mistake.found()));
        } finally {
            Files.writeString(file, right);
        }
    }

    private List<String> problems(Overlay overlay) throws IOException, InterruptedException {
        try {
            return Proof.problems(overlay, root.resolve("k8s"));
        } catch (Kustomize.FailedException e) {
            return List.of(e.getMessage());
        }
    }

    private record Mistake(String file, String written, String instead, String found) {

        /** What both have is tried in production. */
        Overlay overlay() {
            return file.startsWith("k8s/overlays/local") || file.startsWith("services") ? Overlay.LOCAL : Overlay.PRODUCTION;
        }
    }
}
