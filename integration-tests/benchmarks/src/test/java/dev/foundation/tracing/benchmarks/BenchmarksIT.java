package dev.foundation.tracing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That every benchmark runs in the packaged application; how fast is for people to compare, not for a test. */
class BenchmarksIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @ParameterizedTest
    @ValueSource(strings = { "recorded", "unsampled" })
    void everyAlternativeIsMeasuredOnAThreadAndInARequest(String parent) throws IOException, InterruptedException {
        String output = outputOf("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-p", "parent=" + parent, "SpanBenchmark");

        assertThat(output).contains("Run complete").doesNotContain("Exception");
        for (String benchmark : new String[] { "plain", "raw", "startAndCall", "annotated", "traced", "withSpan", "rawThree",
                "tracedThree", "withSpanThree" })
            for (String place : new String[] { "thread", "request" })
                assertThat(output).containsPattern("SpanBenchmark\\." + benchmark + " +" + parent + " +" + place + " +avgt");
    }

    @ParameterizedTest
    @ValueSource(strings = { "recorded", "unsampled" })
    void everyGuardedCallIsMeasuredOnAThreadAndInARequest(String parent) throws IOException, InterruptedException {
        String output = outputOf("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-p", "parent=" + parent, "GuardBenchmark");

        assertThat(output).contains("Run complete").doesNotContain("Exception");
        for (String benchmark : new String[] { "retried", "fully", "byGuard" })
            for (String place : new String[] { "thread", "request" })
                assertThat(output).containsPattern("GuardBenchmark\\." + benchmark + " +" + parent + " +" + place + " +avgt");
    }

    @ParameterizedTest
    @ValueSource(strings = { "recorded", "unsampled" })
    void aHitIsMeasuredOnAThreadAndInARequest(String parent) throws IOException, InterruptedException {
        String output = outputOf("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-p", "parent=" + parent, "CacheBenchmark");

        assertThat(output).contains("Run complete").doesNotContain("Exception");
        for (String benchmark : new String[] { "hit", "bareHit", "asideHit", "bareAsideHit" })
            for (String place : new String[] { "thread", "request" })
                assertThat(output).containsPattern("CacheBenchmark\\." + benchmark + " +" + parent + " +" + place + " +avgt");
    }

    @Test
    void rootsAreMeasured() throws IOException, InterruptedException {
        String output = outputOf("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-p", "parent=recorded", "-p", "place=thread",
                "SamplingBenchmark");

        assertThat(output).contains("Run complete").doesNotContain("Exception")
                .containsPattern("SamplingBenchmark\\.root +recorded +thread +avgt")
                .containsPattern("SamplingBenchmark\\.request +recorded +thread +avgt");
    }

    @Test
    void wholeRequestsAreComparedTracedInEachWay() throws IOException, InterruptedException {
        assertThat(outputOf("requests", "PT0.2S", "PT0.1S")).doesNotContain("Exception")
                .containsPattern("not traced .* 1\\.00\\n")
                .containsPattern("(?m)^not sampled, Quarkus alone +\\d")
                .containsPattern("(?m)^not sampled, with this extension +\\d")
                .containsPattern("(?m)^recorded and exported, Quarkus alone +\\d")
                .containsPattern("(?m)^recorded and exported, with this extension +\\d");
    }

    private static String outputOf(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = JAVA.toString();
        command[1] = "-jar";
        command[2] = APPLICATION.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
