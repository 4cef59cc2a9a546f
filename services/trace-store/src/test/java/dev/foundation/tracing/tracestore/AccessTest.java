package dev.foundation.tracing.tracestore;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.rpc.Code;

import dev.foundation.tracing.tracestore.ingest.GrpcCaller;

/** A store on all addresses, which demands a token on all ports. */
class AccessTest extends StoreTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final byte[] SPAN = aSpan().inTrace(7).request().toByteArray();

    @Override
    protected TraceStoreOptions options() {
        return TraceStoreOptions.onFreePorts().withHost("0.0.0.0").withAccess(Access.withToken(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/trace/abc", "/page/main.js", "/api/search", "/api/echo", "/api/traces/abc", "/metrics",
            "/no",
            "/ready/" })
    void nothingIsReadWithoutTheToken(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(401);
        assertThat(client.send(authorized(client.query(path))).statusCode()).isNotEqualTo(401);
    }

    @Test
    void whetherTheStoreRunsIsNoSecret() {
        assertThat(client.get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsSentWithoutTheTokenAndThatIsCounted() {
        assertThat(client.post(SPAN).statusCode()).isEqualTo(401);
        assertThat(client.send(client.query("/v1/traces").header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(SPAN))).statusCode()).isEqualTo(401);

        HttpResponse<byte[]> metrics = client.send(authorized(client.query("/metrics")));
        assertThat(StoreClient.text(metrics)).contains("spans_received_total 0\n", "{reason=\"not_authenticated\"} 2\n");
    }

    @Test
    void spansAreTakenWithTheToken() {
        assertThat(client.send(authorized(client.otlp()).POST(BodyPublishers.ofByteArray(SPAN))).statusCode()).isEqualTo(200);
    }

    @Test
    void grpcDemandsItInItsMetadata() throws Exception {
        try (GrpcCaller grpc = new GrpcCaller(store)) {
            assertThat(grpc.export("identity", SPAN).status()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(grpc.authorizedBy("Bearer " + TOKEN).export("identity", SPAN).status()).isEqualTo(Code.OK);
        }
    }

    @Test
    void aBrowserIsAskedForItAsAPassword() {
        assertThat(client.get("/").headers().allValues("www-authenticate"))
                .anyMatch(challenge -> challenge.startsWith("Basic ")).anyMatch(challenge -> challenge.startsWith("Bearer "));
        assertThat(client.send(client.query("/").header("Authorization", basic("anyone:" + TOKEN))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyTheTokenItselfIsAdmitted() {
        Access access = Access.withToken(TOKEN);

        assertThat(access.admits("bearer  " + TOKEN + " ")).isTrue();
        assertThat(access.admits(basic(":" + TOKEN))).isTrue();
        for (String wrong : new String[] { "", "Bearer", "Bearer ", TOKEN, "Bearer " + TOKEN + "x", "Bearer 0123456789abcdeF",
                "Basic !", basic(TOKEN + ":"), basic("a:b:" + TOKEN), "Digest " + TOKEN })
            assertThat(access.admits(wrong)).as(wrong).isFalse();
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(options().toString()).doesNotContain(TOKEN);
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + TOKEN);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
