package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import dev.foundation.tracing.tracestore.StoreTest;

/** As many requests are on their way as may be. */
class BusyStoreTest extends StoreTest {

    private static final byte[] SPAN = aSpan().inTrace(7).request().toByteArray();

    private final List<Socket> unfinished = new ArrayList<>();

    @BeforeEach
    void takeAllSlots() throws IOException {
        for (int i = 0; i < OtlpLimits.REQUESTS_AT_ONCE; i++)
            unfinished.add(sendOneByteOfTwo());
        await().until(() -> client.post(SPAN).statusCode() == 429);
    }

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : unfinished)
            socket.close();
    }

    @Test
    void oneMoreIsToldWhenToTryAgain() throws IOException {
        HttpResponse<byte[]> answer = client.post(SPAN);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
        assertThat(Status.parseFrom(answer.body()).getMessage()).contains("try again");
    }

    @Test
    void aCallByGrpcIsToldItsWay() throws Exception {
        try (GrpcCaller grpc = new GrpcCaller(store)) {
            GrpcCaller.Answer answer = grpc.export("identity", SPAN);

            assertThat(answer.status()).isEqualTo(Code.UNAVAILABLE);
            RetryInfo when = answer.detailed().getDetails(0).unpack(RetryInfo.class);
            assertThat(when.getRetryDelay().getSeconds()).isEqualTo(1);
        }
    }

    @Test
    void queriesAreStillAnswered() {
        assertThat(client.get("/api/search").statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsRoomAgainWhenTheyAreGone() throws IOException {
        closeSockets();

        await().until(() -> client.post(SPAN).statusCode() == 200);
        assertThat(client.spans(7)).isNotEmpty();
    }

    @Test
    void thereIsRoomAgainWhenTheyAreAnswered() throws IOException {
        for (Socket socket : unfinished)
            socket.getOutputStream().write(0);

        await().until(() -> client.post(SPAN).statusCode() == 200);
    }

    private Socket sendOneByteOfTwo() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.otlpHttpPort());
        socket.getOutputStream()
                .write(("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
                        + "Content-Length: 2\r\n\r\nx").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
