package dev.foundation.tracing.tracestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The arguments of the main class.
 *
 * @param options where to listen, how much to keep, and who may use it
 * @param help whether only the usage is asked for
 */
record CommandLine(TraceStoreOptions options, boolean help) {

    static final String USAGE = """
            Usage: TraceStoreMain [options]
              --host H            address to listen on (127.0.0.1)
              --query-port N      Tempo's query API and the web page (3200)
              --otlp-grpc-port N  OTLP over gRPC (4317)
              --otlp-http-port N  OTLP over HTTP (4318); any port may be 0 for a free one
              --max-bytes SIZE    how much is kept before the oldest trace goes (256m)
              --token-file F      a file with the token that all requests must have; or put the token into the
                                  environment as TRACE_STORE_TOKEN. No argument takes it: all users of a machine see those
              --allow-remote      without a token, let --host be an address that other machines reach
              --help              this text
            """;

    private static final String TOKEN_VARIABLE = "TRACE_STORE_TOKEN";
    private static final String ALLOW_REMOTE = "--allow-remote";

    /**
     * @param environment where a token may be
     * @throws UsageException that says which argument is wrong and what to do
     */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        boolean help = rest.removeIf("--help"::equals);
        boolean everyone = rest.removeIf(ALLOW_REMOTE::equals);
        try {
            TraceStoreOptions options = TraceStoreOptions.defaults();
            String token = environment.getOrDefault(TOKEN_VARIABLE, "");
            if (!token.isBlank())
                options = options.withAccess(Access.withToken(token));
            while (!rest.isEmpty())
                options = with(options, rest.remove(), rest);
            if (everyone)
                options = toEveryone(options);
            if (!help)
                check(options);
            return new CommandLine(options, help);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(e.getMessage() + "; --help lists the arguments");
        }
    }

    private static TraceStoreOptions with(TraceStoreOptions options, String argument, Deque<String> rest)
            throws UsageException {
        return switch (argument) {
            case "--host" -> options.withHost(value(argument, rest));
            case "--query-port" -> options.withQueryPort(port(argument, rest));
            case "--otlp-grpc-port" -> options.withOtlpGrpcPort(port(argument, rest));
            case "--otlp-http-port" -> options.withOtlpHttpPort(port(argument, rest));
            case "--max-bytes" -> options.withMaxBytes(ByteSize.parse(value(argument, rest)));
            case "--token-file" -> options.withAccess(Access.withToken(contentOf(value(argument, rest))));
            default -> throw new UsageException("unknown argument " + argument + "; --help lists the arguments");
        };
    }

    private static TraceStoreOptions toEveryone(TraceStoreOptions options) throws UsageException {
        if (options.access() != Access.local())
            throw new UsageException("there is a token, so " + ALLOW_REMOTE + " is not needed, and would be without it: "
                    + "leave out one of them");
        return options.withAccess(Access.everyone());
    }

    private static void check(TraceStoreOptions options) throws UsageException {
        String objection = options.access().objectionTo(options.host());
        if (objection != null)
            throw new UsageException(objection);
    }

    private static String value(String argument, Deque<String> rest) throws UsageException {
        String value = rest.poll();
        if (value == null || value.startsWith("--"))
            throw new UsageException(argument + " needs a value; --help lists the arguments");
        return value;
    }

    private static int port(String argument, Deque<String> rest) throws UsageException {
        String value = value(argument, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageException(argument + " must be a number from 0 to 65535, got " + value);
        }
    }

    private static String contentOf(String file) throws UsageException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("the token file " + file + " cannot be read (" + e.getClass().getSimpleName()
                    + "): give a file that this user may read");
        }
    }
}
