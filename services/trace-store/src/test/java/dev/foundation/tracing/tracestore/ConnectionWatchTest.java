package dev.foundation.tracing.tracestore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

@Timeout(30)
class ConnectionWatchTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(10);

    private Vertx vertx;

    @BeforeEach
    void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, SECONDS);
    }

    @Test
    void aHeadThatNeverEndsIsCutOffHoweverSteadilyItDrips() throws Exception {
        try (Socket socket = connect(SHORT, LONG)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            vertx.setPeriodic(10, now -> drip(socket));

            assertThat(endOf(socket)).isTrue();
        }
    }

    @Test
    void aConnectionThatSendsNothingIsCutOff() throws Exception {
        try (Socket socket = connect(SHORT, LONG)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionWithoutFurtherRequestsIsCutOffAfterItsAnswer() throws Exception {
        try (Socket socket = connect(SHORT, SHORT)) {
            ask(socket, "/answered");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200").endsWith("late");
        }
    }

    @Test
    void aConnectionThatAskedOnceMayStayWhereThereIsNoLimit() throws Exception {
        try (Socket socket = connect(SHORT, Duration.ZERO)) {
            ask(socket, "/answered");
            readAnswer(socket);
            ask(socket, "/answered");
            readAnswer(socket);
        }
    }

    // The answer comes later than the watch has looked several times.
    private Socket connect(Duration untilFirst, Duration untilNext) throws Exception {
        ConnectionWatch watch = new ConnectionWatch(vertx, untilFirst, untilNext);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(watch::opened).requestHandler(request -> {
                    watch.asked(request);
                    vertx.setTimer(4 * SHORT.toMillis(), late -> request.response().end("late"));
                });
        int port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, SECONDS).actualPort();
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static void readAnswer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("late") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).isNotEqualTo(-1);
            answer.append((char) next);
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException e) {
            assertThat(endOf(socket)).isTrue();
        }
    }

    // A connection that is cut off while bytes are on their way is reset.
    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException e) {
            return true;
        }
    }
}
