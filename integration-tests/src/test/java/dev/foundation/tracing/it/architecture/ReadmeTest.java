package dev.foundation.tracing.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what runs. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void codeStandsInATest(String block) {
        String code = withoutSpaces(block);

        assertThat(testSources()).as("the test that runs %s", block)
                .anyMatch(source -> withoutSpaces(read(source)).contains(code));
    }

    @Test
    void filesThatAreLinkedAreThere() {
        List<String> links = LINK.matcher(readme()).results().map(result -> result.group(1))
                .filter(link -> !link.startsWith("http")).toList();

        assertThat(links).isNotEmpty().allMatch(link -> Files.exists(House.ROOT.resolve(link)));
    }

    @Test
    void nothingIsLeftToBeFilledIn() {
        assertThat(readme()).doesNotContain("<!--");
    }

    @Test
    void continuousIntegrationRunsTheTwoCommands() {
        String ci = read(House.ROOT.resolve(".ci/run"));

        assertThat(readme()).contains("mvn -Pdemo\n").contains("mvn verify\n");
        assertThat(ci).containsPattern("mvn .*-Pdemo").containsPattern("mvn .*verify\n");
    }

    static Stream<String> javaBlocks() {
        return JAVA_BLOCK.matcher(readme()).results().map((MatchResult result) -> result.group(1));
    }

    private static List<Path> testSources() {
        try (Stream<Path> files = Files.walk(House.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains("src/test")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme() {
        return read(House.ROOT.resolve("README.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s+", "");
    }
}
