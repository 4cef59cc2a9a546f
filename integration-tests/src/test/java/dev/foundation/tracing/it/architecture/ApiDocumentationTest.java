package dev.foundation.tracing.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever meets a type of the API in an editor sees there how it is used. */
class ApiDocumentationTest {

    private static final Path API = House.ROOT.resolve("extension/src/main/java/dev/foundation/tracing");

    @ParameterizedTest
    @MethodSource("publicTypes")
    void aPublicTypeIsDocumentedWithAnExample(Path type) throws IOException {
        String source = Files.readString(type);

        assertThat(source.substring(0, source.indexOf("\npublic "))).as("documentation of %s", type.getFileName())
                .contains("/**").containsPattern("<pre>\\{@code|\\{@code [^}]*\\(");
    }

    static Stream<Path> publicTypes() throws IOException {
        return Stream.concat(publicTypes(API), publicTypes(API.resolve("control")));
    }

    private static Stream<Path> publicTypes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).filter(ApiDocumentationTest::isPublic).toList()
                    .stream();
        }
    }

    private static boolean isPublic(Path type) {
        try {
            return Files.readString(type).contains("\npublic ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
