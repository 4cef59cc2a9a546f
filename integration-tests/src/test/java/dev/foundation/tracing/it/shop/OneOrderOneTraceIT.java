package dev.foundation.tracing.it.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
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
        assertThat(trace.services()).containsExactlyInAnyOrder("storefront", "orders", "catalog", "payments");
    }

    @Test
    void itHasExactlyOneRootAndNoOrphan() {
        assertThat(trace.roots()).extracting(TraceSpan::service, TraceSpan::name)
                .containsExactly(tuple("storefront", "POST /orders"));
        assertThat(trace.orphans()).isEmpty();
    }

    @Test
    void theRootSaysHowTheRequestEnded() {
        assertThat(trace.roots().get(0).attributes()).containsEntry("http.response.status_code", 201L)
                .containsEntry("http.request.method", "POST");
    }

    @Test
    void aCallToAnotherServiceHangsOnTheCallersClientSpan() {
        TraceSpan place = trace.spanNamed("order.place");

        assertThat(path(place)).containsExactly("storefront POST /orders", "storefront storefront.place_order",
                "storefront POST /orders", "orders POST /orders", "orders order.place");
    }

    @Test
    void theBatchHasAChildForEachItem() {
        TraceSpan batch = trace.spanNamed("order.items");

        assertThat(batch.attributes()).containsEntry("batch.size", 2L);
        assertThat(trace.children(batch)).extracting(TraceSpan::name).containsExactly("order.item", "order.item");
        assertThat(trace.children(batch)).extracting(item -> item.attributes().get("batch.item.index"))
                .containsExactly(0L, 1L);
        assertThat(trace.children(batch)).extracting(item -> item.attributes().get("batch.item.status"))
                .containsOnly("success");
    }

    @Test
    void aCacheThatMissesShowsWhatItFetchedWith() {
        TraceSpan get = trace.spansNamed("cache.get").get(0);

        assertThat(get.attributes()).containsEntry("cache.hit", false).containsKey("cache.name");
        TraceSpan fetch = trace.children(get).get(0);
        assertThat(fetch.name()).isEqualTo("cache.fetch");
        assertThat(trace.children(fetch)).extracting(TraceSpan::name).anyMatch(name -> name.startsWith("SELECT"));
    }

    @Test
    void aSecondOrderFindsItsProductsInTheCache(ShopUnderTest shop) {
        Trace second = shop.fulfilledTraceOf(shop.order(ShopUnderTest.TWO_TEAS));

        assertThat(second.spansNamed("cache.get")).hasSize(2)
                .allSatisfy(get -> assertThat(get.attributes()).containsEntry("cache.hit", true));
        assertThat(second.spansNamed("cache.fetch")).isEmpty();
    }

    @Test
    void sqlStatementsOfBothDatabasesAreSpans() {
        List<TraceSpan> statements = trace.spans().stream().filter(span -> span.attributes().containsKey("db.system")
                || span.attributes().containsKey("db.system.name")).toList();

        assertThat(statements).extracting(TraceSpan::service).contains("catalog", "orders");
        assertThat(statements).extracting(TraceSpan::name).anyMatch(name -> name.startsWith("INSERT"))
                .anyMatch(name -> name.startsWith("UPDATE"));
    }

    @Test
    void fulfilmentByTheWorkerContinuesTheOrdersTrace() {
        TraceSpan fulfilment = trace.spanNamed("order.fulfil");

        assertThat(fulfilment.service()).isEqualTo("orders");
        assertThat(path(fulfilment)).contains("orders order.place");
        assertThat(fulfilment.events()).extracting(SpanEvent::name).containsExactly("order.packed", "order.shipped");
        assertThat(fulfilment.attributes()).containsEntry("order.id", answer.jsonPath().getString("id"));
    }

    @Test
    void theOrderEndsFulfilled(ShopUnderTest shop) {
        shop.awaitState(answer.jsonPath().getString("id"), "FULFILLED");
    }

    /** From the root down to the span. */
    private List<String> path(TraceSpan span) {
        List<String> path = new ArrayList<>();
        for (TraceSpan at = span; at != null; at = trace.parent(at).orElse(null))
            path.add(0, at.service() + " " + at.name());
        return path;
    }
}
