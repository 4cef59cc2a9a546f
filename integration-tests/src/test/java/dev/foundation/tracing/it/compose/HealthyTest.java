package dev.foundation.tracing.it.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpServer;

/** The image's health check, which is a script. */
class HealthyTest {

    @TempDir
    Path image;

    @ParameterizedTest
    @CsvSource({ "200, 0", "503, 1", "404, 1" })
    void aServiceIsHealthyIfItSaysThatItIsReady(int answer, int exitCode) throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/ready", request -> {
            request.sendResponseHeaders(answer, -1);
            request.close();
        });
        service.start();
        try {
            assertThat(probe(service.getAddress().getPort())).isEqualTo(exitCode);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void aServiceThatDoesNotListenIsNotHealthy() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(probe(port)).isEqualTo(1);
    }

    /** As in the image: beside the script lies the file that names the service's port. */
    private int probe(int port) throws IOException, InterruptedException {
        Path script = Files.copy(Checkout.THIS.file("services/image/healthy"), image.resolve("healthy"));
        Files.writeString(image.resolve("application.properties"), "quarkus.http.port=" + port + "\n");
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        bash.environment().remove("QUARKUS_HTTP_PORT");
        return bash.start().waitFor();
    }
}
