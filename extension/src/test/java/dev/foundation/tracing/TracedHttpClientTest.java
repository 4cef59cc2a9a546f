package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.traced;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

@Timeout(30)
class TracedHttpClientTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACE_PARENT = "00-" + TRACE_ID + "-b7ad6b7169203331-01";

    /** As an application has it: made before there is anything to trace with. */
    private static final HttpClient CLIENT = traced(
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build());

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void aCallHasASpanByTheSemanticConventions() throws Exception {
        HttpResponse<String> response = get("/text");

        assertThat(response.body()).isEqualTo("hello world");
        SpanData span = spans.only();
        assertThat(span.getName()).isEqualTo("GET");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getStatus()).isEqualTo(StatusData.unset());
        assertThat(span.getAttributes().asMap()).isEqualTo(Attributes.builder()
                .put("http.request.method", "GET").put("url.full", server.uri("/text").toString())
                .put("server.address", "localhost").put("server.port", server.port())
                .put("http.response.status_code", 200).put("http.response.body.size", 11)
                .put("network.protocol.version", "1.1").build().asMap());
    }

    @Test
    void theServerIsToldWhichSpanCalledIt() throws Exception {
        try (Scope ignored = Baggage.builder().put("user", "ada").build().makeCurrent()) {
            withSpan("order.place", () -> get("/text"));
        }

        SpanData call = spans.named("GET");
        assertThat(call.getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(server.received().get("traceparent"))
                .containsExactly("00-" + call.getTraceId() + "-" + call.getSpanId() + "-01");
        assertThat(server.received().get("x-trace-id")).containsExactly(call.getTraceId());
        assertThat(server.received().get("baggage")).containsExactly("user=ada");
    }

    @Test
    void aTraceThatTheCallerHasSetHimselfStaysAsItIs() throws Exception {
        CLIENT.send(HttpRequest.newBuilder(server.uri("/text")).header("traceparent", TRACE_PARENT).build(),
                BodyHandlers.discarding());

        assertThat(server.received().get("traceparent")).containsExactly(TRACE_PARENT);
        assertThat(server.received()).doesNotContainKey("X-trace-id");
    }

    @Test
    void belowAnUnsampledParentTheTraceGoesOnWithoutASpan() throws Exception {
        SpanContext unsampled = SpanContext.create(TRACE_ID, "b7ad6b7169203331", TraceFlags.getDefault(),
                TraceState.getDefault());
        try (Scope ignored = Span.wrap(unsampled).makeCurrent()) {
            get("/text");
        }

        assertThat(spans.ended()).isEmpty();
        assertThat(server.received().get("traceparent")).containsExactly("00-" + TRACE_ID + "-b7ad6b7169203331-00");
    }

    @Test
    void aBodyThatIsSentInChunksIsCounted() throws Exception {
        get("/chunks");

        assertThat(spans.only().getAttributes().get(longKey("http.response.body.size"))).isEqualTo(100_000);
    }

    @Test
    void aBodyThatIsStillReadHasTheSizeThatTheServerSaid() throws Exception {
        HttpResponse<InputStream> response = CLIENT.send(request("/text"), BodyHandlers.ofInputStream());

        assertThat(spans.only().getAttributes().get(longKey("http.response.body.size"))).isEqualTo(11);
        assertThat(response.body()).hasContent("hello world");
    }

    @Test
    void theAnswerToHeadHasNoBody() throws Exception {
        CLIENT.send(HttpRequest.newBuilder(server.uri("/text")).method("HEAD", BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertThat(spans.named("HEAD").getAttributes().get(longKey("http.response.body.size"))).isEqualTo(0);
    }

    @Test
    void anErrorOfTheServerFailsTheSpanAndNotTheCall() throws Exception {
        assertThat(get("/missing").statusCode()).isEqualTo(404);

        assertThat(spans.only().getStatus()).isEqualTo(StatusData.error());
        assertThat(spans.only().getAttributes().get(stringKey("error.type"))).isEqualTo("404");
        assertThat(spans.only().getEvents()).isEmpty();
    }

    @Test
    void aRefusedConnectionIsRecordedAndThrownAsItIs() throws Exception {
        assertThatThrownBy(() -> CLIENT.send(HttpRequest.newBuilder(nobody()).build(), BodyHandlers.discarding()))
                .isExactlyInstanceOf(ConnectException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.only().getAttributes().get(stringKey("error.type"))).isEqualTo("java.net.ConnectException");
        assertThat(spans.only().getEvents()).hasSize(1);
    }

    @Test
    void aTimeoutIsRecorded() {
        HttpRequest impatient = HttpRequest.newBuilder(server.uri("/late")).timeout(Duration.ofMillis(1)).build();

        assertThatThrownBy(() -> CLIENT.send(impatient, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(spans.only().getAttributes().get(stringKey("error.type"))).startsWith("java.net.http.Http")
                .endsWith("TimeoutException");
    }

    @Test
    void aRedirectedCallIsOneSpan() throws Exception {
        assertThat(get("/moved").body()).isEqualTo("hello world");

        Attributes attributes = spans.only().getAttributes();
        assertThat(attributes.get(longKey("http.request.resend_count"))).isEqualTo(1);
        assertThat(attributes.get(longKey("http.response.status_code"))).isEqualTo(200);
        assertThat(attributes.get(longKey("http.response.body.size"))).isEqualTo(11);
    }

    @Test
    void aMethodThatIsNoneOfThemIsNotInTheName() throws Exception {
        CLIENT.send(HttpRequest.newBuilder(server.uri("/text")).method("PURGE", BodyPublishers.noBody()).build(),
                BodyHandlers.discarding());

        assertThat(spans.only().getName()).isEqualTo("HTTP");
        assertThat(spans.only().getAttributes().get(stringKey("http.request.method"))).isEqualTo("_OTHER");
        assertThat(spans.only().getAttributes().get(stringKey("http.request.method_original"))).isEqualTo("PURGE");
    }

    @Test
    void secretsInTheAddressAreNotInTheSpan() throws Exception {
        get("/text?token=abc&page=2&Card=4711");

        assertThat(spans.only().getAttributes().get(stringKey("url.full")))
                .isEqualTo(server.uri("/text?token=REDACTED&page=2&Card=REDACTED").toString());
    }

    @Test
    void anAsynchronousCallEndsItsSpanWhenTheResponseIsThere() {
        CompletableFuture<HttpResponse<Void>> call = withSpan("order.place", span -> {
            CompletableFuture<HttpResponse<Void>> late = CLIENT.sendAsync(request("/late"), BodyHandlers.replacing(null));
            assertThat(Spans.currentSpan().getSpanContext()).isEqualTo(span.context());
            withSpan("order.store", () -> {
            });
            assertThat(spans.ended()).extracting(SpanData::getName).containsExactly("order.store");
            late.cancel(true);
            return null;
        });

        assertThat(call).isNull();
        assertThat(spans.named("order.store").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(ended("GET").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
    }

    @Test
    void anAsynchronousCallIsDescribedAsAnyOther() {
        CLIENT.sendAsync(request("/chunks"), BodyHandlers.ofString(), null).join();

        assertThat(ended("GET").getAttributes().asMap()).containsEntry(longKey("http.response.status_code"), 200L)
                .containsEntry(longKey("http.response.body.size"), 100_000L);
    }

    @Test
    void anAsynchronousFailureIsTheClientsOwn() throws Exception {
        HttpRequest refused = HttpRequest.newBuilder(nobody()).build();

        assertThatThrownBy(() -> CLIENT.sendAsync(refused, BodyHandlers.discarding()).join())
                .isInstanceOf(CompletionException.class).cause().isInstanceOf(ConnectException.class);

        assertThat(ended("GET").getAttributes().get(stringKey("error.type"))).isEqualTo("java.net.ConnectException");
    }

    @Test
    void whoeverCancelsTheFutureEndsTheExchange() throws Exception {
        CompletableFuture<HttpResponse<Void>> call = CLIENT.sendAsync(request("/late"), BodyHandlers.discarding());
        server.awaitARequest();
        call.cancel(true);

        server.goOn();
        server.awaitThatTheCallerIsGone();
        assertThat(ended("GET").getAttributes().get(booleanKey("cancelled"))).isTrue();
        assertThat(ended("GET").getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void aReaderThatFailsFailsTheCallAndTheSpan() {
        assertThatThrownBy(() -> CLIENT.send(request("/text"), response -> {
            throw new IllegalStateException("not this one");
        })).isInstanceOf(IOException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aMistakeOfTheCallerIsTheClientsToReport() {
        assertThatThrownBy(() -> CLIENT.send(request("/text"), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> CLIENT.sendAsync(null, BodyHandlers.discarding())).isInstanceOf(NullPointerException.class);

        assertThat(spans.ended()).isEmpty();
        assertThat(Spans.currentTraceId()).isEmpty();
    }

    @Test
    void whereNothingIsTracedTheClientWorksAsBefore() throws Exception {
        SpanRuntime.install(null);

        assertThat(get("/text").body()).isEqualTo("hello world");
        assertThat(server.received()).doesNotContainKey("Traceparent");
    }

    @Test
    void everythingElseIsTheClientsOwn() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(7)).executor(Runnable::run)
                .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.ALWAYS).build();
        HttpClient traced = traced(client);

        assertThat(traced.connectTimeout()).isEqualTo(client.connectTimeout());
        assertThat(traced.executor()).isEqualTo(client.executor());
        assertThat(traced.version()).isEqualTo(client.version());
        assertThat(traced.followRedirects()).isEqualTo(client.followRedirects());
        assertThat(traced.cookieHandler()).isEqualTo(client.cookieHandler());
        assertThat(traced.proxy()).isEqualTo(client.proxy());
        assertThat(traced.authenticator()).isEqualTo(client.authenticator());
        assertThat(traced.sslContext()).isSameAs(client.sslContext());
        assertThat(traced.newWebSocketBuilder()).isNotNull();
        assertThat(traced(traced)).isSameAs(traced);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void closingClosesTheClient() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Object traced = traced(client);
        ((AutoCloseable) traced).close();

        assertThat(HttpClient.class.getMethod("isTerminated").invoke(client)).isEqualTo(true);
        assertThat(HttpClient.class.getMethod("isTerminated").invoke(traced)).isEqualTo(true);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.uri(path)).build();
    }

    /** Whoever waits for an asynchronous call is told at the same time as its span. */
    private SpanData ended(String name) {
        await().until(() -> spans.ended().stream().anyMatch(span -> span.getName().equals(name)));
        return spans.named(name);
    }

    /** An address of this machine where nobody listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
    }
}
