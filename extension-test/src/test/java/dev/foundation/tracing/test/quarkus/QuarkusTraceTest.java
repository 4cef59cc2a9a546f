package dev.foundation.tracing.test.quarkus;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.collect.TraceCollector;
import dev.foundation.tracing.test.junit.RestAssuredTraces;
import dev.foundation.tracing.test.junit.RestClientTraces;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(CollectorResource.class)
@TraceTest
@SuppressWarnings("NullAway.Init")
class QuarkusTraceTest {

    @Inject
    Orders orders;

    @TestHTTPResource
    URI application;

    TraceCollector exported;

    @BeforeEach
    void shipAtOnce() {
        orders.shipping = new CountDownLatch(0);
    }

    @Test
    void aRequestIsOneTraceWhoseRootIsTheApplications(TestTraces traces) {
        when().post("/orders").then().statusCode(200);

        Trace trace = traces.expecting("order.ship").only();

        assertThat(trace.roots()).extracting(TraceSpan::name, TraceSpan::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("POST /orders", SpanKind.SERVER));
        assertThat(trace.spans()).extracting(TraceSpan::name).containsExactlyInAnyOrder("POST /orders", "order.place",
                "order.price", "order.ship");
    }

    @Test
    void aTraceIsGivenOnlyWhenItsBackgroundWorkHasEnded(TestTraces traces) throws InterruptedException {
        orders.shipping = new CountDownLatch(1);
        orders.shippingBegan = new CountDownLatch(1);
        when().post("/orders").then().statusCode(200);
        orders.shippingBegan.await();

        assertThatThrownBy(() -> traces.within(Duration.ofMillis(300)).only())
                .hasMessageContaining("these spans have not ended: 'order.ship'");

        orders.shipping.countDown();
        assertThat(traces.only().spanNamed("order.ship").eventsNamed("order.shipped")).hasSize(1);
    }

    @Test
    void aBeanThatIsCalledDirectlyBeginsATraceOfTheTest(TestTraces traces) {
        orders.price();

        assertThat(traces.only().roots()).extracting(TraceSpan::name).containsExactly("order.price");
    }

    @Test
    void eachRequestIsATraceOfItsOwn(TestTraces traces) {
        when().get("/orders/1").then().statusCode(404);
        when().post("/orders").then().statusCode(200);

        assertThat(traces.all()).extracting(trace -> trace.roots().get(0).name()).containsExactly("GET /orders/{id}",
                "POST /orders");
        assertThat(traces.last().spansNamed("order.place")).hasSize(1);
        assertThatThrownBy(traces::only).hasMessageContaining("this test has 2 traces, choose by last(), all() or of(traceId)")
                .hasMessageContaining("GET /orders/{id}");
    }

    @Test
    void requestsOfTheJdksClientAreKnown(TestTraces traces) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(application.resolve("/orders")).POST(BodyPublishers.noBody()).build();

        assertThat(traces.over(HttpClient.newHttpClient()).send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

        assertThat(traces.only().roots()).extracting(TraceSpan::kind).containsExactly(SpanKind.SERVER);
    }

    @Test
    void requestsOfARestClientAreKnownAndItsOwnSpanIsLeftOut(TestTraces traces) {
        OrdersClient client = RestClientBuilder.newBuilder().baseUri(application).register(new RestClientTraces(traces))
                .build(OrdersClient.class);

        assertThat(client.place()).isEqualTo("total 1240");

        assertThat(traces.only().roots()).extracting(TraceSpan::kind).containsExactly(SpanKind.SERVER);
    }

    @Test
    void requestsOfAnotherThreadAreKnownByTheFilter(TestTraces traces) throws InterruptedException {
        Thread other = new Thread(() -> given().filter(new RestAssuredTraces(traces)).post("/orders"));
        other.start();
        other.join();

        assertThat(traces.only().spansNamed("order.place")).hasSize(1);
    }

    @Test
    void aTraceOfTheCallersIsContinued(TestTraces traces) {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        given().header("traceparent", traceparent).post("/orders");

        assertThat(traces.only().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(traces.only().orphans()).isEmpty();
    }

    @Test
    void aTraceThatTheCallerDoesNotSampleIsNotMadeOne(TestTraces traces) {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203331-00";

        given().header("traceparent", traceparent).post("/orders").then().header("x-trace-sampled", "0");

        assertThatThrownBy(traces::only)
                .hasMessageContaining("1 of its requests were answered with x-trace-sampled: 0");
    }

    @Test
    void theApplicationStillExports(TestTraces traces) {
        when().post("/orders");
        Trace collected = traces.expecting("order.ship").only();

        // Quarkus's exporter gives up an export without an answer after 10 s; what comes after it waits meanwhile.
        Trace stored = exported.within(Duration.ofSeconds(45)).expecting("order.ship", "POST /orders")
                .calledBy(testsOwnSpan(collected)).trace(collected.traceId());

        assertThat(stored.spans()).containsExactlyInAnyOrderElementsOf(collected.spans());
    }

    /** What the exporter saw as parent of the root. */
    private String testsOwnSpan(Trace collected) {
        return TraceCollector.ofThisProcess().find(collected.traceId()).orElseThrow().spansNamed("POST /orders").get(0)
                .parentId();
    }

    @Test
    void aTestWithoutATraceIsToldWhy(TestTraces traces) {
        assertThatThrownBy(traces::only).hasMessageContaining("this test has no trace: none of its requests was traced");
        assertThat(traces.all()).isEqualTo(List.of());
    }
}
