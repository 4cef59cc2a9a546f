package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.foundation.tracing.test.Trace;
import io.restassured.response.Response;

/** The main job: a person places an order, and sees one trace across four services. */
@ExtendWith(RunningShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneOrderOneTraceIT {

    private Response answer;
    private Trace trace;

    @BeforeAll
    void placeOneOrder(ShopUnderTest shop) {
        shop.shop().process("catalog").restart(); // so that its cache is empty
        answer = shop.order(ShopUnderTest.TWO_TEAS);
        trace = shop.fulfilledTraceOf(answer);
    }

    @Test
    void theOrderIsAcceptedAsTheContractSays() {
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("ACCEPTED");
        assertThat(answer.jsonPath().getString("total")).matches("\\d+\\.\\d\\d");
        assertThat(answer.jsonPath().getString("currency")).isEqualTo("EUR");
        assertThat(answer.header("Location")).endsWith("/orders/" + answer.jsonPath().getString("id"));
    }

    @Test
    void oneTraceHasAtLeastFifteenSpansOfFourServices() {
        assertThat(trace.spans()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(trace).hasServices("storefront", "orders", "catalog", "payments");
    }

    @Test
    void itHasExactlyOneRootAndNoOrphan() {
        assertThat(trace).hasRoot("POST /orders [storefront] SERVER").withAttribute("http.response.status_code", 201)
                .withAttribute("http.request.method", "POST").and().hasNoOrphans().hasNoErrors();
    }

    @Test
    void aCallToAnotherServiceHangsOnTheCallersClientSpan() {
        assertThat(trace).hasTree("""
                POST /orders [storefront] SERVER
                  storefront.place_order
                    POST /orders [storefront] CLIENT
                      POST /orders [orders] SERVER
                        order.place
                          order.items
                            order.item …
                            order.item …
                          order.store …
                          order.pay
                            attempt
                              POST /payments [orders] CLIENT
                                POST /payments [payments] SERVER …
                          order.accept …
                """);
    }

    @Test
    void itIsTheTraceThatWasFoundRight() {
        assertThat(trace).matchesGolden("order-placed.trace");
    }

    @Test
    void theBatchHasAChildForEachItem() {
        assertThat(trace).hasSpan("order.items").withAttribute("batch.size", 2).withChildren("order.item", "order.item");
        assertThat(trace).hasSpans(2, "order.item").withAttributeValues("batch.item.index", 0, 1)
                .withAttributeValues("batch.item.status", "success", "success");
    }

    @Test
    void aCacheThatMissesShowsWhatItFetchedWith() {
        assertThat(trace).hasSpans(2, "cache.get").withAttributeValues("cache.hit", false, false)
                .withAttributeValues("cache.name", "products", "products").each(get -> get.withChildren("cache.fetch"));
        assertThat(trace).hasSpans(2, "SELECT shop.product").each(select -> select.inService("catalog").inside("cache.fetch"));
    }

    @Test
    void aSecondOrderFindsItsProductsInTheCache(ShopUnderTest shop) {
        Trace second = shop.fulfilledTraceOf(shop.order(ShopUnderTest.TWO_TEAS));

        assertThat(second).hasSpans(2, "cache.get").withAttributeValues("cache.hit", true, true).and().hasNoSpan("cache.fetch");
    }

    @Test
    void sqlStatementsOfBothDatabasesAreSpans() {
        assertThat(trace).hasSpans("SELECT * [catalog] CLIENT", "INSERT * [orders] CLIENT", "UPDATE * [orders] CLIENT");
    }

    @Test
    void fulfilmentByTheWorkerContinuesTheOrdersTrace() {
        assertThat(trace).hasSpan("order.fulfil").inService("orders").below("order.place")
                .withEvents("order.packed", "order.shipped").withAttribute("order.id", answer.jsonPath().getString("id"));
    }

    @Test
    void theOrderEndsFulfilled(ShopUnderTest shop) {
        shop.awaitState(answer.jsonPath().getString("id"), "FULFILLED");
    }
}
