package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String TOKEN = "0123456789abcdef";

    @Test
    void withoutArgumentsTheDefaultsHold() throws UsageException {
        assertThat(CommandLine.parse(List.of(), Map.of())).isEqualTo(new CommandLine(TraceStoreOptions.defaults(), false));
    }

    @Test
    void everyOptionHasItsArgument() throws UsageException {
        CommandLine parsed = parse("--host localhost --query-port 1 --otlp-grpc-port 2 --otlp-http-port 3 --max-bytes 1m");

        assertThat(parsed.options()).isEqualTo(new TraceStoreOptions("localhost", 1, 2, 3, 1 << 20, Access.local()));
    }

    @ParameterizedTest
    @CsvSource({ "65536,65536", "512k,524288", "256m,268435456", "2G,2147483648" })
    void sizesHaveUnits(String text, long bytes) throws UsageException {
        assertThat(parse("--max-bytes " + text).options().maxBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = { "--nonsense", "nonsense", "--query-port", "--query-port x", "--query-port 99999",
            "--query-port 4317", "--max-bytes much", "--max-bytes 1", "--max-bytes 999999999999g", "--host --help",
            "--host no.such.host.invalid" })
    void nonsenseIsRefused(String arguments) {
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(arguments));
    }

    @Test
    void anAddressThatOthersReachMustBeAllowed() throws UsageException {
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse("--host 0.0.0.0"))
                .withMessageContaining("--allow-remote");
        assertThat(parse("--host 0.0.0.0 --allow-remote").options().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void aTokenGuardsAnyAddress() throws UsageException {
        TraceStoreOptions options = CommandLine.parse(List.of("--host", "0.0.0.0"), Map.of("TRACE_STORE_TOKEN", TOKEN))
                .options();

        assertThat(options.access().admits("Bearer " + TOKEN)).isTrue();
        assertThat(options.access().admits(null)).isFalse();
    }

    @Test
    void aTokenComesFromAFileToo(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");

        assertThat(parse("--host 0.0.0.0 --token-file " + file).options().access().admits("Bearer " + TOKEN)).isTrue();
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse("--token-file " + directory.resolve("none")))
                .withMessageContaining("none");
    }

    @Test
    void aTokenThatIsEasilyGuessedIsRefusedAndNotTold() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(List.of(), Map.of("TRACE_STORE_TOKEN", "swordfish")))
                .withMessageContaining("16").satisfies(refused -> assertThat(refused).hasMessageNotContaining("swordfish"));
    }

    @Test
    void aBlankTokenIsNone() throws UsageException {
        assertThat(CommandLine.parse(List.of(), Map.of("TRACE_STORE_TOKEN", " ")).options().access()).isSameAs(Access.local());
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(List.of("--host", "0.0.0.0"), Map.of("TRACE_STORE_TOKEN", "")));
    }

    @Test
    void aTokenForEveryoneMakesNoSense() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(List.of("--allow-remote"), Map.of("TRACE_STORE_TOKEN", TOKEN)))
                .withMessageContaining("leave out one");
    }

    private static CommandLine parse(String arguments) throws UsageException {
        return CommandLine.parse(List.of(arguments.split(" ")), Map.of());
    }
}
