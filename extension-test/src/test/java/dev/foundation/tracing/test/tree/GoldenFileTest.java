package dev.foundation.tracing.test.tree;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.test.Trace;

class GoldenFileTest {

    @TempDir
    Path directory;

    @Test
    void starsAreKeptBelowCommentsAndEmptyLines() throws IOException {
        write("""
                root [shop]
                # what it costs
                  | total = *

                  | weight = "*kg"
                """);

        update(traceOf(aSpan("root").with("total", 12L).with("weight", "3kg")));

        assertThat(file()).hasContent("root [shop]\n  | total = *\n  | weight = \"*kg\"\n");
    }

    @Test
    void aNameThatMatchedThroughAStarIsNoDifference() throws IOException {
        write("root [shop]\n  GET /products/*\n    | size = 1\n    | total = *\n");

        assertThat(message(productWithSize(2))).endsWith("""
                  root [shop]
                    GET /products/*
                -     | size = 1
                +     | size = 2
                      | total = *
                """);
    }

    @Test
    void aStarInANameIsKept() throws IOException {
        write("root [shop]\n  GET /products/*\n    | size = 1\n    | total = *\n");

        update(productWithSize(2));

        assertThat(file()).hasContent("root [shop]\n  GET /products/*\n    | size = 2\n    | total = *\n");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        write("root [shop]\n  | size\n");

        assertThatThrownBy(() -> golden(false).check(traceOf(aSpan("root")))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file() + ": line 2 of the tree");
    }

    @Test
    void whoeverReadsOtherFilesReadsThisOne() throws IOException {
        Path other = Files.writeString(directory.resolve("other.txt"), "");

        update(traceOf(aSpan("root")));

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(Files.getPosixFilePermissions(other));
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "../other.trace", "/other.trace" })
    void aNameThatIsNoFileBelowTheDirectoryIsRefused(String name) {
        assertThatThrownBy(() -> new GoldenTrace(directory, name, true)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name a file below it");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a = b", "a =", "\"a\"", "line\nfeed", "a\\", " a ", "*" })
    void aKeyMayHoldWhatTheGrammarUses(String key) {
        Trace trace = traceOf(aSpan("root").with(key, "x * = \"y\"\n"));

        assertThat(TreePattern.strict(TreeText.of(trace)).compare(trace).summary()).isEqualTo("nothing differs");
        update(trace);
        assertThat(golden(false).check(trace)).isEmpty();
    }

    private static Trace productWithSize(long size) {
        return traceOf(aSpan("root"), aSpan("GET /products/7").below("root").with("size", size).with("total", 9L));
    }

    private String message(Trace trace) {
        return golden(false).check(trace).orElseThrow().message();
    }

    private void update(Trace trace) {
        assertThat(golden(true).check(trace)).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private Path file() {
        return directory.resolve("a.trace");
    }

    private GoldenTrace golden(boolean update) {
        return new GoldenTrace(directory, "a.trace", update);
    }
}
