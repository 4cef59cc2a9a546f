package dev.foundation.tracing.demo.launch;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for a packaged service, as a process of its own: it is ready, and as storefront it takes orders. As traffic it does
 * nothing until it is ended. Its settings are those that the real one gets.
 */
public final class PretendService {

    public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    /** A variable of its environment: the file that it waits for before it starts, if given. */
    static final String START_FILE = "PRETEND_START_FILE";

    private PretendService() {
    }

    /** @param arguments an exit code, to print a few lines and end with it; none to be a service */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0)
            die(Integer.parseInt(arguments[0]));
        String start = System.getenv(START_FILE);
        if (start != null)
            await().forever().until(() -> Files.exists(Path.of(start)));
        if (System.getenv("TRAFFIC_PROFILE") != null)
            beTraffic();
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "up"));
        server.createContext("/orders", PretendService::takeOrder);
        server.start();
    }

    /** Puts a jar that runs this class where each service's jar is expected. */
    public static void packageAll(Path checkout) throws IOException {
        for (String name : List.of("storefront", "catalog", "orders", "payments", "traffic")) {
            Path directory = checkout.resolve(Path.of("services", name, "target", "quarkus-app"));
            Files.createDirectories(directory);
            new JarOutputStream(Files.newOutputStream(directory.resolve("quarkus-run.jar")), manifest()).close();
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, PretendService.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, classPathAsUrls());
        return manifest;
    }

    private static String classPathAsUrls() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toUri().toString()).collect(joining(" "));
    }

    private static void beTraffic() {
        System.out.println(System.getenv("TRAFFIC_PROFILE") + " to " + System.getenv("TRAFFIC_TARGET"));
        await().forever().until(() -> false);
    }

    private static void die(int exitCode) {
        for (int line = 1; line <= 30; line++)
            System.out.println("line " + line);
        System.exit(exitCode);
    }

    private static void takeOrder(HttpExchange exchange) {
        try {
            export();
            exchange.getResponseHeaders().add("x-trace-id", TRACE_ID);
            answer(exchange, 201, "{\"state\":\"ACCEPTED\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void export() throws IOException, InterruptedException {
        URI grpc = URI.create(System.getenv("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT"));
        // OTLP's two ports are neighbours unless all ports are chosen freely.
        URI http = URI.create("http://127.0.0.1:" + (grpc.getPort() + 1) + "/v1/traces");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(http).header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(PretendSpans.ofOrder(TRACE_ID))).build(), BodyHandlers.discarding());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
