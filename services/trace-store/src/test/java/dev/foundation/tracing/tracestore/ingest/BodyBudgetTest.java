package dev.foundation.tracing.tracestore.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

class BodyBudgetTest extends StoreTest {

    private static final int LARGE = OtlpLimits.REQUEST_BYTES;

    @Test
    void whatIsTakenMustBeGivenBack() {
        BodyBudget budget = new BodyBudget(10);

        assertThat(budget.take(10)).isTrue();
        assertThat(budget.take(1)).isFalse();
        budget.giveBack(1);
        assertThat(budget.take(1)).isTrue();
    }

    @Test
    void manyLargeRequestsTogetherAreToldToTryAgainUntilTheyAreGone() throws IOException {
        byte[] body = SpanFixture.aSpan().request().toByteArray();
        List<Socket> unfinished = new ArrayList<>();
        for (int i = 0; i < OtlpLimits.RECEIVING_BYTES / LARGE; i++)
            unfinished.add(sendAllButTheLastByte());

        Awaitility.await().untilAsserted(() -> assertThat(client.post(body).statusCode()).isEqualTo(429));
        assertThat(client.post(body).headers().firstValue("retry-after")).contains("1");
        for (Socket socket : unfinished)
            socket.close();
        Awaitility.await().untilAsserted(() -> assertThat(client.post(body).statusCode()).isEqualTo(200));
    }

    @Test
    void aSenderThatTakesTooLongIsCutOffAndItsRoomGivenBack() throws Exception {
        BodyBudget budget = new BodyBudget(10);
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer().requestHandler(
                    request -> new LimitedBody(vertx, request, new CountedBody(budget, new RequestSlots(1)),
                            Duration.ofMillis(100)).receive());
            int port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, SECONDS).actualPort();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n123456789"
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(budget.take(10)).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, SECONDS);
        }
    }

    private Socket sendAllButTheLastByte() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.otlpHttpPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
                + (LARGE + 1) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[LARGE]);
        out.flush();
        return socket;
    }
}
