package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.rpc.Code;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.vertx.core.buffer.Buffer;

class OtlpGrpcTest extends StoreTest {

    private static final String EXPORT = GrpcCaller.EXPORT;

    private GrpcCaller grpc;

    @BeforeEach
    void openClient() {
        grpc = new GrpcCaller(store);
    }

    @AfterEach
    void closeClient() throws Exception {
        grpc.close();
    }

    @Test
    void aSpanIsVisibleAsSoonAsItIsAnsweredFor() throws Exception {
        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(Code.OK);

        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void gzipIsTaken() throws Exception {
        byte[] body = StoreClient.gzip(aSpan().inTrace(7).request().toByteArray());

        assertThat(export("gzip", body)).isEqualTo(Code.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aMessageOverVertxsDefaultLimitIsTaken() throws Exception {
        List<SpanFixture> many = IntStream.rangeClosed(1, 1000).mapToObj(i -> aSpan().inTrace(i).with("text", "x".repeat(2000)))
                .toList();

        assertThat(export("identity", SpanFixture.request(many).toByteArray())).isEqualTo(Code.OK);
        assertThat(client.spans(1000)).hasSize(1);
    }

    @Test
    void nonsenseIsAnInvalidArgumentAndTheStoreKeepsServing() throws Exception {
        assertThat(export("identity", new byte[] { -1, -1, -1 })).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(export("gzip", new byte[] { 1, 2, 3 })).isEqualTo(Code.INVALID_ARGUMENT);

        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(Code.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aGzipBombIsRefused() throws Exception {
        assertThat(export("gzip", StoreClient.gzip(new byte[60_000_000]))).isEqualTo(Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void tooManySpansAreAnInvalidArgumentAndTheStoreKeepsServing() throws Exception {
        assertThat(export("gzip", ManyElements.spans())).isEqualTo(Code.INVALID_ARGUMENT);

        assertThat(export("identity", aSpan().inTrace(7).request().toByteArray())).isEqualTo(Code.OK);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void severalMessagesInOneCallAreAnInvalidArgument() throws Exception {
        Buffer frame = GrpcCaller.frame(false, aSpan().inTrace(7).request().toByteArray());
        Buffer three = frame.copy().appendBuffer(frame).appendBuffer(frame);

        assertThat(call(EXPORT, "identity", three)).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(client.spans(7)).isEmpty();
        assertThat(client.json("/api/store/traces").getJsonObject("store").getJsonObject("refused")
                .getLong("malformed_request")).isEqualTo(1);
    }

    @Test
    void aMessageOverTheLimitIsRefused() throws Exception {
        assertThat(export("identity", new byte[20 * 1024 * 1024 + 1])).isEqualTo(Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void anotherCompressionIsUnimplemented() throws Exception {
        assertThat(export("snappy", new byte[] { 1 })).isEqualTo(Code.UNIMPLEMENTED);
    }

    @Test
    void aCompressedMessageThatDoesNotSayHowIsAnsweredToo() throws Exception {
        assertThat(call(EXPORT, null, GrpcCaller.frame(true, new byte[] { 1, 2, 3 })))
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void aCallWithoutAMessageIsAnInvalidArgument() throws Exception {
        assertThat(call(EXPORT, null, Buffer.buffer())).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void anotherMethodIsUnimplemented() throws Exception {
        assertThat(call("/opentelemetry.proto.collector.logs.v1.LogsService/Export", "identity", Buffer.buffer()))
                .isEqualTo(Code.UNIMPLEMENTED);
    }

    @Test
    void whoeverSpeaksHttpToThisPortIsToldSo() {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.otlpGrpcPort() + "/v1/traces"))
                .version(java.net.http.HttpClient.Version.HTTP_1_1);

        assertThat(StoreClient.text(client.send(http))).contains("gRPC");
    }

    @Test
    void anErrorSaysWhyInAscii() throws Exception {
        GrpcCaller.Answer answer = grpc.call(EXPORT, "sn\u00e4ppy%", GrpcCaller.frame(true, new byte[] { 1 }));

        assertThat(answer.message()).startsWith("unsupported grpc-encoding: sn").endsWith("ppy%25");
    }

    private Code export(String encoding, byte[] body) throws Exception {
        return grpc.export(encoding, body).status();
    }

    private Code call(String path, @Nullable String encoding, Buffer frame) throws Exception {
        return grpc.call(path, encoding, frame).status();
    }
}
