package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest extends StoreTest {

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LocalHost:3200", "127.0.0.1:80", "127.1.2.3", "[::1]:3200" })
    void thisMachineMayAsk(String host) throws IOException {
        assertThat(ask("/api/echo", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:3200", "192.0.2.1" })
    void anotherNameIsRefused(String host) throws IOException {
        assertThat(ask("/api/search", host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void thePageIsRefusedToo() throws IOException {
        assertThat(ask("/", "evil.example")).startsWith("HTTP/1.1 403");
    }

    @Test
    void nothingIsTakenUnderAnotherNameEither() throws IOException {
        assertThat(send(store.otlpHttpPort(), "POST /v1/traces HTTP/1.1", "Host: evil.example", "Content-Length: 0",
                "Content-Type: application/x-protobuf")).startsWith("HTTP/1.1 403");
    }

    @Test
    void theAddressTheStoreListensOnMayBeAsked() {
        assertThat(HostCheck.isAllowed("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(HostCheck.isAllowed("192.0.2.7", "192.0.2.8")).isFalse();
    }

    private String ask(String path, String host) throws IOException {
        return send(store.queryPort(), "GET " + path + " HTTP/1.1", "Host: " + host);
    }

    private static String send(int port, String... head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
