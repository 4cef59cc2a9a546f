package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.QuarkusUnitTest;

/**
 * Through the processor and the exporter that Quarkus makes by itself. A class has other statics in the application's loader.
 */
class KeepFailedOverOtlpTest {

    private static final Queue<String> BODIES = new ConcurrentLinkedQueue<>();
    private static final HttpServer COLLECTOR = collector();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class))
            .overrideConfigKey("quarkus.otel.traces.sampler", "parentbased_always_off")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "PT0.05S")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint",
                    "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.keep.failed", "true");

    private static HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                BODIES.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.createContext("/received", exchange -> {
                byte[] all = String.join("", BODIES).getBytes(ISO_8859_1);
                exchange.sendResponseHeaders(200, all.length);
                exchange.getResponseBody().write(all);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
    }

    @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint")
    String collector;

    @Test
    void aRequestThatFailsArrives() {
        when().get("/broken").then().statusCode(500);

        await().until(() -> given().get(collector + "received").asString(),
                all -> all.contains("order.break") && all.contains("sampling.reason"));
    }
}
