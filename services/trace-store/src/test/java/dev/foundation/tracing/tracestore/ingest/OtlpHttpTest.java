package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.vertx.core.json.JsonObject;

class OtlpHttpTest extends StoreTest {

    private static final int LIMIT = 20 * 1024 * 1024;

    @Test
    void aSpanIsVisibleAsSoonAsItIsAnsweredFor() {
        client.export(aSpan().inTrace(7).named("pricing"));

        assertThat(client.spans(7)).singleElement().satisfies(span -> assertThat(span.getString("name")).isEqualTo("pricing"));
    }

    @Test
    void gzipIsTaken() {
        byte[] body = StoreClient.gzip(aSpan().inTrace(7).request().toByteArray());
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aContentTypeMayHaveParametersAndAnyCase() {
        HttpResponse<byte[]> answer = client.send(client.otlp().setHeader("Content-Type", "Application/X-Protobuf; v=1")
                .POST(BodyPublishers.ofByteArray(aSpan().request().toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theAnswerIsAnExportResponse() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = client.post(aSpan().request().toByteArray());

        assertThat(answer.headers().firstValue("content-type")).contains("application/x-protobuf");
        assertThat(ExportTraceServiceResponse.parseFrom(answer.body())).isEqualTo(
                ExportTraceServiceResponse.getDefaultInstance());
    }

    @Test
    void nonsenseIsRefusedAndTheStoreKeepsServing() {
        for (int i = 0; i < 20; i++)
            assertThat(client.post(new byte[] { (byte) i, -1, 3, (byte) 200 }).statusCode()).isEqualTo(400);

        client.export(aSpan().inTrace(7));
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void oneSpanWithoutAnIdRefusesTheWholeRequest() {
        HttpResponse<byte[]> answer = client.post(SpanFixture.request(aSpan().inTrace(7), aSpan().inTrace(0)).toByteArray());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.spans(7)).isEmpty();
    }

    @Test
    void anIdOfTheWrongLengthIsRefused() throws InvalidProtocolBufferException {
        SpanFixture span = aSpan();
        span.raw().setParentSpanId(ByteString.copyFrom(new byte[] { 1, 2, 3 }));
        HttpResponse<byte[]> answer = client.post(span.request().toByteArray());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Status.parseFrom(answer.body()).getMessage()).contains("64 bit", "24 bits");
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = client.post(new byte[LIMIT + 1]);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Status.parseFrom(answer.body()).getMessage()).isEqualTo("http: request body too large");
    }

    @Test
    void tooManySpansAreRefusedHoweverSmallTheyAre() throws InvalidProtocolBufferException {
        assertThat(refusalOf(ManyElements.spans())).contains("100000 spans");
        client.export(aSpan().inTrace(7));

        assertThat(client.spans(7)).hasSize(1);
        assertThat(client.json("/api/store/traces").getJsonObject("store").getJsonObject("refused")
                .getLong("malformed_request")).isEqualTo(1);
    }

    @Test
    void tooManyEventsAreRefusedHoweverSmallTheyAre() throws InvalidProtocolBufferException {
        assertThat(refusalOf(ManyElements.eventsOfOneSpan())).contains("1000000");
    }

    private String refusalOf(byte[] gzip) throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip)));
        assertThat(answer.statusCode()).isEqualTo(400);
        return Status.parseFrom(answer.body()).getMessage();
    }

    @Test
    void aBodyBelowTheLimitIsTaken() {
        List<SpanFixture> many = IntStream.rangeClosed(1, 4000)
                .mapToObj(i -> aSpan().inTrace(i).with("text", "x".repeat(2000)).with("text2", "y".repeat(2000))).toList();
        client.export(many);

        assertThat(client.spans(4000)).hasSize(1);
    }

    @Test
    void jsonIsTakenAndAnsweredInJson() {
        HttpResponse<byte[]> answer = json("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\""
                + SpanFixture.hexTraceId(7) + "\",\"spanId\":\"0000000000000001\"}]}]}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(StoreClient.text(answer)).isEqualTo("{\"partialSuccess\":{}}");
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aFaultInJsonIsAnsweredInJson() {
        HttpResponse<byte[]> answer = json("{\"resourceSpans\":[{\"scopeSpans\":7}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(StoreClient.text(answer)).getInteger("code")).isEqualTo(3);
        assertThat(new JsonObject(StoreClient.text(answer)).getString("message"))
                .isEqualTo("ReadArray: expect [ or n, but found 7, error found in #10 byte of ...|peSpans\":7}]}|..., "
                        + "bigger context ...|{\"resourceSpans\":[{\"scopeSpans\":7}]}|...");
    }

    @Test
    void whatATraceHasNoRoomForIsAnsweredInJsonToo() {
        String span = "{\"traceId\":\"" + SpanFixture.hexTraceId(7) + "\",\"spanId\":\"0000000000000001\"}";
        HttpResponse<byte[]> answer = json("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
                + String.join(",", Collections.nCopies(20_005, span)) + "]}]}]}");

        JsonObject partial = new JsonObject(StoreClient.text(answer)).getJsonObject("partialSuccess");
        assertThat(partial.getString("rejectedSpans")).isEqualTo("5");
        assertThat(partial.getString("errorMessage")).contains("the trace");
    }

    private HttpResponse<byte[]> json(String body) {
        return client.send(client.otlp().setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    @Test
    void valuesNestedWithoutEndAreRefused() {
        AnyValue value = AnyValue.getDefaultInstance();
        for (int i = 0; i < 200; i++)
            value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();

        assertThat(client.post(aSpan().with("deep", value).request().toByteArray()).statusCode()).isEqualTo(400);
    }

    @Test
    void whatATraceHasNoRoomForIsAnsweredAsPartialSuccess() throws InvalidProtocolBufferException {
        List<SpanFixture> tooMany = IntStream.rangeClosed(1, 20_005).mapToObj(i -> aSpan().inTrace(7).withId(i)).toList();
        HttpResponse<byte[]> answer = client.post(SpanFixture.request(tooMany).toByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).getPartialSuccess().getRejectedSpans()).isEqualTo(5);
    }

    @Test
    void anotherPathIsNotFound() {
        HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + store.otlpHttpPort() + "/v1/metrics")));

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
