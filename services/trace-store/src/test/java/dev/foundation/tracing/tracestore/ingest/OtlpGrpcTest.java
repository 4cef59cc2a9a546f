package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.grpc.common.GrpcStatus;

class OtlpGrpcTest extends StoreTest {

    private static final String SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService";

    private Vertx vertx;
    private HttpClient http;

    @BeforeEach
    void openClient() {
        vertx = Vertx.vertx();
        http = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    @AfterEach
    void closeClient() throws Exception {
        await(vertx.close());
    }

    @Test
    void aSpanIsVisibleAsSoonAsItIsAnsweredFor() throws Exception {
        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(GrpcStatus.OK);

        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void gzipIsTaken() throws Exception {
        byte[] body = StoreClient.gzip(aSpan().inTrace(7).request().toByteArray());

        assertThat(export("gzip", body)).isEqualTo(GrpcStatus.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aMessageOverVertxsDefaultLimitIsTaken() throws Exception {
        List<SpanFixture> many = IntStream.rangeClosed(1, 1000).mapToObj(i -> aSpan().inTrace(i).with("text", "x".repeat(2000)))
                .toList();

        assertThat(export("identity", SpanFixture.request(many).toByteArray())).isEqualTo(GrpcStatus.OK);
        assertThat(client.spans(1000)).hasSize(1);
    }

    @Test
    void nonsenseIsAnInvalidArgumentAndTheStoreKeepsServing() throws Exception {
        assertThat(export("identity", new byte[] { -1, -1, -1 })).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(export("gzip", new byte[] { 1, 2, 3 })).isEqualTo(GrpcStatus.INVALID_ARGUMENT);

        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(GrpcStatus.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aGzipBombIsRefused() throws Exception {
        assertThat(export("gzip", StoreClient.gzip(new byte[60_000_000]))).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
    }

    @Test
    void tooManySpansAreAnInvalidArgumentAndTheStoreKeepsServing() throws Exception {
        assertThat(export("gzip", ManyElements.spans())).isEqualTo(GrpcStatus.INVALID_ARGUMENT);

        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(GrpcStatus.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void severalMessagesInOneCallAreAnInvalidArgument() throws Exception {
        Buffer frame = frame(false, aSpan().inTrace(7).request().toByteArray());
        Buffer three = frame.copy().appendBuffer(frame).appendBuffer(frame);

        assertThat(call("/" + SERVICE + "/Export", "identity", three)).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(client.spans(7)).isEmpty();
        assertThat(client.json("/api/store/traces").getJsonObject("store").getJsonObject("refused")
                .getLong("malformed_request")).isEqualTo(1);
    }

    @Test
    void aMessageOverTheLimitIsRefused() throws Exception {
        assertThat(export("identity", new byte[20 * 1024 * 1024 + 1])).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
    }

    @Test
    void anotherCompressionIsUnimplemented() throws Exception {
        assertThat(export("snappy", new byte[] { 1 })).isEqualTo(GrpcStatus.UNIMPLEMENTED);
    }

    @Test
    void aCompressedMessageThatDoesNotSayHowIsAnsweredToo() throws Exception {
        assertThat(call("/" + SERVICE + "/Export", null, frame(true, new byte[] { 1, 2, 3 })))
                .isEqualTo(GrpcStatus.INVALID_ARGUMENT);
    }

    @Test
    void aCallWithoutAMessageIsAnInvalidArgument() throws Exception {
        assertThat(call("/" + SERVICE + "/Export", null, Buffer.buffer())).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
    }

    @Test
    void anotherMethodIsUnimplemented() throws Exception {
        assertThat(call("opentelemetry.proto.collector.logs.v1.LogsService", "Export", "identity", new byte[0]))
                .isEqualTo(GrpcStatus.UNIMPLEMENTED);
    }

    @Test
    void whoeverSpeaksHttpToThisPortIsToldSo() {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.otlpGrpcPort() + "/v1/traces"))
                .version(java.net.http.HttpClient.Version.HTTP_1_1);

        assertThat(StoreClient.text(client.send(http))).contains("gRPC");
    }

    private GrpcStatus export(String encoding, byte[] body) throws Exception {
        return call(SERVICE, "Export", encoding, body);
    }

    private GrpcStatus call(String service, String method, String encoding, byte[] body) throws Exception {
        return call("/" + service + "/" + method, encoding, frame(!encoding.equals("identity"), body));
    }

    // Frame by frame rather than by a gRPC client: none would send what is wrong here.
    private GrpcStatus call(String path, @Nullable String encoding, Buffer frame) throws Exception {
        return await(http.request(HttpMethod.POST, store.otlpGrpcPort(), "127.0.0.1", path).compose(request -> {
            // A refused message is not read to its end, and what the client makes of that is its own affair.
            request.connection().exceptionHandler(ignored -> {
            });
            request.putHeader("content-type", "application/grpc").putHeader("te", "trailers");
            if (encoding != null)
                request.putHeader("grpc-encoding", encoding);
            return request.send(frame).compose(answer -> answer.end().map(end -> status(answer)));
        }));
    }

    private static GrpcStatus status(HttpClientResponse answer) {
        String early = answer.getHeader("grpc-status");
        return GrpcStatus.valueOf(Integer.parseInt(early == null ? answer.getTrailer("grpc-status") : early));
    }

    private static Buffer frame(boolean compressed, byte[] message) {
        return Buffer.buffer().appendByte((byte) (compressed ? 1 : 0)).appendInt(message.length).appendBytes(message);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
