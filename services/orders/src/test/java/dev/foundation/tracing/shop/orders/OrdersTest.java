package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class OrdersTest {

    @Inject
    Database database;

    @Inject
    AgroalDataSource connections;

    @Test
    void anOrderIsAccepted() {
        Map<String, String> answer = place(order("tea-01", 2)).then().statusCode(201).extract().jsonPath().getMap("");

        assertThat(answer).containsOnlyKeys("id", "state", "total", "currency").containsEntry("state", "ACCEPTED")
                .containsEntry("total", "12.40").containsEntry("currency", "EUR");
    }

    @Test
    void itsLocationShowsIt() {
        String location = place(order("tea-01", 3)).then().statusCode(201).extract().header("Location");

        when().get(location).then().statusCode(200).body("id", equalTo(location.replace("/orders/", "")))
                .body("total", equalTo("18.60")).body("items[0].sku", equalTo("tea-01")).body("items[0].quantity", equalTo(3));
    }

    @Test
    void itemsAddUp() {
        String items = "{\"sku\":\"tea-01\",\"quantity\":1},{\"sku\":\"cup-01\",\"quantity\":2}";
        place("{\"customer\":\"ada\",\"items\":[" + items + "]}").then().statusCode(201).body("total", equalTo("23.20"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"items":[{"sku":"tea-01","quantity":1}]}                       | customer must not be blank
            {"customer":" ","items":[{"sku":"tea-01","quantity":1}]}        | customer must not be blank
            {"customer":5,"items":[{"sku":"tea-01","quantity":1}]}          | customer has the wrong type
            {"customer":"a\\u0000","items":[{"sku":"tea-01","quantity":1}]} | customer must be printable
            {"customer":"ada"}                                              | items must not be null
            {"customer":"ada","items":[]}                                   | items size must be between 1 and 20
            {"customer":"ada","items":[null]}                               | must not be null
            {"customer":"ada","items":[{"sku":"tea-01","quantity":0}]}      | items[0].quantity must be greater
            {"customer":"ada","items":[{"sku":"tea-01","quantity":1001}]}   | items[0].quantity must be less
            {"customer":"ada","items":[{"sku":"tea-01","quantity":"2"}]}    | items[0].quantity has the wrong type
            {"customer":"ada","items":[{"sku":"tea-01","quantity":2.5}]}    | items[0].quantity has the wrong type
            {"customer":"ada","items":[{"sku":"tea-01"}]}                   | items[0].quantity must not be null
            {"customer":"ada","items":[{"sku":"../etc","quantity":1}]}      | items[0].sku must match
            {"customer":"ada","items":{}}                                   | items has the wrong type
            {"customer":"ada"                                               | malformed JSON at line 1, column 18
            {"customer":secret}                                             | malformed JSON at line 1, column 13
            {} {}                                                           | the body has the wrong type
            []                                                              | the body has the wrong type
            null                                                            | the body must not be null
            """)
    void aBadOrderIsRefusedWithTheReasonAndNotStored(String body, String reason) {
        long before = database.orders();

        place(body).then().statusCode(400).contentType(ContentType.JSON).body("error", containsString(reason));

        assertThat(database.orders()).isEqualTo(before);
    }

    @Test
    void anOrderHasTwentyItemsAtMost() {
        place(orderOf(20)).then().statusCode(201);
        place(orderOf(21)).then().statusCode(400).body("error", containsString("items size"));
    }

    @Test
    void theCatalogIsAskedOnceForAProduct(TestTraces traces) {
        place(orderOf(3)).then().statusCode(201);

        assertThat(traces.only()).hasSpans(1, "GET /products/{sku} CLIENT");
    }

    @Test
    void aProductThatIsOrderedTwiceIsTwoLines() {
        place(orderOf(2)).then().statusCode(201).body("total", equalTo("12.40"));
    }

    @Test
    void whatACallerSentAsBaggageIsNotStored() {
        Response answer = given().header("baggage", "colour=blue").contentType(ContentType.JSON).body(order("tea-01", 1))
                .post("/orders");

        assertThat(database.contextOf(UUID.fromString(answer.path("id")))).contains(answer.header("x-trace-id"))
                .doesNotContain("baggage");
    }

    @Test
    void showingAnOrderTakesOneConnection() throws SQLException {
        String location = place(order("tea-01", 1)).then().statusCode(201).extract().header("Location");
        List<Connection> others = new ArrayList<>();
        try {
            int all = connections.getConfiguration().connectionPoolConfiguration().maxSize();
            while (others.size() < all - 1)
                others.add(connections.getConnection());
            when().get(location).then().statusCode(200);
        } finally {
            for (Connection connection : others)
                connection.close();
        }
    }

    @Test
    void anEmptyBodyIsRefused() {
        given().contentType(ContentType.JSON).post("/orders").then().statusCode(400).body("error", containsString("body"));
    }

    @Test
    void aCustomerHasAHundredLettersAtMost() {
        place(order("tea-01", 1).replace("ada", "a".repeat(101))).then().statusCode(400).body("error",
                containsString("customer"));
    }

    @Test
    void unknownProductsAreNamedAndNothingIsStored() {
        long before = database.orders();

        place("{\"customer\":\"ada\",\"items\":[{\"sku\":\"none-01\",\"quantity\":1},{\"sku\":\"tea-01\",\"quantity\":1},"
                + "{\"sku\":\"none-02\",\"quantity\":1}]}").then().statusCode(404)
                .body("error", endsWith("none-01, none-02"));

        assertThat(database.orders()).isEqualTo(before);
    }

    @Test
    void anUnknownProductFailsItsItemAndStopsNoOther(TestTraces traces) {
        place("{\"customer\":\"ada\",\"items\":[{\"sku\":\"none-01\",\"quantity\":1},{\"sku\":\"tea-01\",\"quantity\":1}]}")
                .then().statusCode(404);

        Trace trace = traces.only();
        assertThat(trace).hasSpans(2, "order.item").withAttributeValues("batch.item.status", "error", "success");
        assertThat(trace).hasSpan("order.items").succeeded().withAttribute("batch.failed", 1);
    }

    @Test
    void afterTheCatalogHasFailedNoItemIsLookedUp(TestTraces traces) {
        place("{\"customer\":\"ada\",\"items\":[{\"sku\":\"gone-01\",\"quantity\":1},{\"sku\":\"tea-01\",\"quantity\":1}]}")
                .then().statusCode(503);

        assertThat(traces.only()).hasSpan("order.items").failed().withAttribute("batch.not_run", 1);
    }

    @ParameterizedTest
    @CsvSource({ "failing-01, 502", "gone-01, 503" })
    void withoutTheCatalogNothingIsStored(String sku, int status) {
        long before = database.orders();

        place(order(sku, 1)).then().statusCode(status).body("error", containsString("catalog"));

        assertThat(database.orders()).isEqualTo(before);
    }

    @Test
    void anUnknownOrderIsNotFound() {
        when().get("/orders/" + UUID.randomUUID()).then().statusCode(404).contentType(ContentType.JSON);
    }

    @Test
    void aMalformedIdIsNotFound() {
        when().get("/orders/abc").then().statusCode(404).contentType(ContentType.JSON);
    }

    static Response place(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/orders");
    }

    static String order(String sku, int quantity) {
        return "{\"customer\":\"ada\",\"items\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}]}";
    }

    private static String orderOf(int items) {
        String item = "{\"sku\":\"tea-01\",\"quantity\":1}";
        return "{\"customer\":\"ada\",\"items\":[" + String.join(",", Collections.nCopies(items, item)) + "]}";
    }
}
