package dev.foundation.tracing.tracestore.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.store.Refusal;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreLimits;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** A request that does not end within its time, which is a short one here. */
@Timeout(30)
class SlowSenderTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    private final SpanStore store = new SpanStore(StoreLimits.ofBytes(1 << 20));
    private final TraceIntake intake = new TraceIntake(vertx, store, Duration.ofMillis(200));

    @AfterEach
    void closeVertx() throws Exception {
        await(vertx.close());
    }

    @Test
    void itIsToldSoAndCutOff() throws Exception {
        int port = listen(new OtlpHttpHandler(intake));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("""
                    POST /v1/traces HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 10\r
                    \r
                    {""".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408").contains("did not arrive");
        }
        assertThat(store.status().refused()).containsEntry(Refusal.SENDER_TOO_SLOW, 1L);
        assertThat(intake.requestsInFlight()).isZero();
    }

    @Test
    void byGrpcItsDeadlineIsExceededAndOtherCallsOfTheConnectionGoOn() throws Exception {
        int port = listen(new OtlpGrpcHandler(intake));
        HttpClientRequest slow = await(call(port));
        slow.setChunked(true).write(Buffer.buffer(new byte[] { 0, 0 }));

        String slowStatus = await(slow.response().compose(answer -> answer.end().map(answer.getHeader("grpc-status"))));
        HttpClientRequest next = await(call(port));
        String nextStatus = await(next.send(GrpcCaller.frame(false, SpanFixture.aSpan().request().toByteArray()))
                .compose(answer -> answer.end().map(end -> answer.getTrailer("grpc-status"))));

        assertThat(slowStatus).isEqualTo("4");
        assertThat(nextStatus).isEqualTo("0");
        assertThat(next.connection()).isSameAs(slow.connection());
    }

    private Future<HttpClientRequest> call(int port) {
        return http.request(HttpMethod.POST, port, "127.0.0.1", GrpcCaller.EXPORT)
                .map(request -> request.putHeader("content-type", "application/grpc"));
    }

    private int listen(Handler<HttpServerRequest> handler) throws Exception {
        return await(vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1")).actualPort();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
    }
}
