package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.opentelemetry.api.common.AttributeKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class FulfilmentTest {

    private static final String FAIL_ONCE = """
            create function fail_once() returns trigger language plpgsql as $$
            begin
              if (select attempts from fulfilment where order_id = new.id) = 0 then
                raise exception 'the first attempt fails';
              end if;
              return new;
            end $$""";
    private static final String FAIL_ONCE_TRIGGER = """
            create trigger fail_once before update on customer_order for each row
            when (new.state = 'FULFILLED' and new.customer = 'unlucky') execute function fail_once()""";
    private static final String NO_MORE_FAILURES = "drop function fail_once cascade";

    @Inject
    Database database;

    @Inject
    RecordedSpans spans;

    @Test
    void anAcceptedOrderIsFulfilled() {
        UUID order = idOf(place("ada"));

        awaitFulfilled(order);
        assertThat(database.isWaiting(order)).isFalse();
    }

    @Test
    void theOrdersTraceGoesOn(TestTraces traces) {
        place("ada");

        assertThat(traces.expecting("order.fulfil").only()).hasRoot("POST /orders").and().hasSpans("order.place", "order.items",
                "order.item", "order.store", "order.pay", "order.accept");
    }

    @Test
    void theStatementsOfFulfilmentAreBelowIt(TestTraces traces) {
        place("ada");

        assertThat(traces.expecting("order.fulfil").only()).hasSpan("order.fulfil").withChildren("DataSource.getConnection",
                "UPDATE *", "DataSource.getConnection", "DELETE *");
    }

    @Test
    void lookingForWorkLeavesNoSpans() {
        awaitFulfilled(idOf(place("ada")));

        AttributeKey<String> statement = AttributeKey.stringKey("db.statement");
        assertThat(spans.where(span -> String.valueOf(span.getAttribute(statement)).contains("skip locked"))).isEmpty();
    }

    @Test
    void anOrderWhoseFirstAttemptFailsIsFulfilledByTheNext(TestTraces traces) {
        database.change(FAIL_ONCE);
        database.change(FAIL_ONCE_TRIGGER);
        try {
            place("unlucky");
            assertThat(traces.until(trace -> assertThat(trace).hasSpans(2, "order.fulfil")).last())
                    .hasSpans(2, "order.fulfil").withAttributeValues("fulfilment.attempt", 1, 2).sequential();
        } finally {
            database.change(NO_MORE_FAILURES);
        }
    }

    @Test
    void whatAKilledProcessLeftIsFulfilled() {
        UUID order = database.storeOrder("ACCEPTED");
        database.letWait(order, "{}");

        awaitFulfilled(order);
    }

    @ParameterizedTest
    @ValueSource(strings = { "?", "", "null", "[]", "{\"traceparent\":null}", "{\"traceparent\":\"00\"}" })
    void anOrderDoesNotWaitForAnUnreadableTrace(String context) {
        UUID order = database.storeOrder("ACCEPTED");
        database.letWait(order, context);

        awaitFulfilled(order);
    }

    @Test
    void anOrderThatWasAbandonedUnpaidIsPaidAndFulfilled() {
        UUID order = database.storeOrder("PENDING");

        awaitFulfilled(order);
    }

    private void awaitFulfilled(UUID order) {
        await().untilAsserted(() -> assertThat(database.stateOf(order)).isEqualTo("FULFILLED"));
    }

    private static Response place(String customer) {
        Response answer = given().contentType(ContentType.JSON)
                .body("{\"customer\":\"" + customer + "\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":2}]}").post("/orders");
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer;
    }

    private static UUID idOf(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
