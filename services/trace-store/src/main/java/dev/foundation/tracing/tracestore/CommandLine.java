package dev.foundation.tracing.tracestore;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of the main class.
 *
 * @param options where to listen and how much to keep
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
              --allow-remote      let --host be an address that other machines reach
              --help              this text
            """;

    /** @throws UsageException that says which argument is wrong and what to do */
    static CommandLine parse(List<String> arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        TraceStoreOptions options = TraceStoreOptions.defaults();
        boolean help = false;
        boolean allowRemote = false;
        try {
            while (!rest.isEmpty()) {
                String argument = rest.remove();
                switch (argument) {
                    case "--help" -> help = true;
                    case "--allow-remote" -> allowRemote = true;
                    default -> options = with(options, argument, rest);
                }
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(e.getMessage() + "; --help lists the arguments");
        }
        if (!help && !allowRemote)
            checkLoopback(options.host());
        return new CommandLine(options, help);
    }

    private static TraceStoreOptions with(TraceStoreOptions options, String argument, Deque<String> rest)
            throws UsageException {
        return switch (argument) {
            case "--host" -> options.withHost(value(argument, rest));
            case "--query-port" -> options.withQueryPort(port(argument, rest));
            case "--otlp-grpc-port" -> options.withOtlpGrpcPort(port(argument, rest));
            case "--otlp-http-port" -> options.withOtlpHttpPort(port(argument, rest));
            case "--max-bytes" -> options.withMaxBytes(ByteSize.parse(value(argument, rest)));
            default -> throw new UsageException("unknown argument " + argument + "; --help lists the arguments");
        };
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

    private static void checkLoopback(String host) throws UsageException {
        try {
            if (!Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress))
                throw new UsageException("--host " + host + " lets other machines read and write traces without a password: "
                        + "use 127.0.0.1, or say --allow-remote if something else guards the ports");
        } catch (UnknownHostException e) {
            throw new UsageException("--host " + host + " is unknown: give an address of this machine, such as 127.0.0.1");
        }
    }
}
