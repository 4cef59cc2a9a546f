package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

import org.assertj.core.api.Assertions;

import dev.foundation.tracing.demo.launch.Shop;
import dev.foundation.tracing.demo.launch.ShopPorts;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.collect.TraceCollector;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What tests do with the shop: order, look, break. */
final class ShopUnderTest implements AutoCloseable {

    static final String TWO_TEAS = """
            {"customer":"ada","items":[{"sku":"tea-01","quantity":2},{"sku":"tea-02","quantity":1}]}""";

    private static final Duration TRACE_DEADLINE = Duration.ofSeconds(20);

    private final Shop shop;
    private final ShopPorts ports;
    private final TraceCollector traces;

    ShopUnderTest(Shop shop, ShopPorts ports) {
        this.shop = shop;
        this.ports = ports;
        this.traces = TraceCollector.of(shop.traceStore()).within(TRACE_DEADLINE);
    }

    Shop shop() {
        return shop;
    }

    URI otlpHttp() {
        return URI.create("http://127.0.0.1:" + ports.otlpHttp());
    }

    int otlpGrpcPort() {
        return ports.otlpGrpc();
    }

    static Response post(URI service, String path, String body) {
        return request(service).contentType("application/json").body(body).post(path);
    }

    static RequestSpecification request(URI service) {
        return given().baseUri(service.toString());
    }

    Response order(String body) {
        return post(shop.storefront(), "/orders", body);
    }

    /** @param fault such as {@code fault.payments=error} */
    Response orderWith(String fault, String body) {
        return request(shop.storefront()).header("baggage", fault).contentType("application/json").body(body).post("/orders");
    }

    String stateOf(String orderId) {
        return request(shop.storefront()).get("/orders/{id}", orderId).then().statusCode(200).extract().path("state");
    }

    void awaitState(String orderId, String state) {
        await("order " + orderId + " is " + state).atMost(TRACE_DEADLINE).until(() -> stateOf(orderId), state::equals);
    }

    /** Waits until every service that was called has told its part. */
    Trace wholeTraceOf(Response response) {
        return traceOf(response, trace -> assertThat(trace).hasOneRoot());
    }

    /** Waits for the assertion to hold as well. */
    Trace traceOf(Response response, Consumer<Trace> assertion) {
        return traces.until(ShopUnderTest::checkAnswers).until(assertion).trace(response.header("x-trace-id"));
    }

    /** The trace of an accepted order, with its fulfilment. */
    Trace fulfilledTraceOf(Response response) {
        return traceOf(response, trace -> assertThat(trace).hasSpan("order.fulfil"));
    }

    /** Waits for a span of a trace that may never be whole. */
    void awaitSpan(Response response, String name) {
        await("span " + name).atMost(TRACE_DEADLINE).until(() -> traces.find(response.header("x-trace-id")),
                found -> found.filter(trace -> !trace.spansNamed(name).isEmpty()).isPresent());
    }

    // Services export by themselves, and nothing tells that the part of one is still on its way.
    private static void checkAnswers(Trace trace) {
        trace.spans().stream()
                .filter(span -> span.kind() == SpanKind.CLIENT && span.attributes().containsKey("http.request.method"))
                .forEach(call -> Assertions.assertThat(trace.children(call)).as("the answer to %s", call.name()).isNotEmpty());
    }

    /** What the orders service has stored. */
    long storedOrders() {
        return count("select count(*) from orders.customer_order");
    }

    long openFulfilments() {
        return count("select count(*) from orders.fulfilment");
    }

    private long count(String sql) {
        try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(), "shop", "shop");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After a test that broke payments: waits until the breaker lets calls through, and one has succeeded. */
    void awaitPayable() {
        request(shop.payments()).delete("/faults");
        await("payments are called again").atMost(TRACE_DEADLINE).pollInterval(Duration.ofMillis(200))
                .until(() -> order(TWO_TEAS).statusCode(), status -> status == 201);
    }

    @Override
    public void close() {
        shop.close();
    }
}
