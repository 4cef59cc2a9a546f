package dev.foundation.tracing.shop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
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
    void theOrdersTraceGoesOn() {
        Response answer = place("ada");
        String traceId = answer.header("x-trace-id");

        await().untilAsserted(() -> assertThat(spans.ofTrace(traceId)).extracting(ReadableSpan::getName)
                .contains("order.place", "order.items", "order.item", "order.store", "order.pay", "order.accept",
                        "order.fulfil"));
    }

    @Test
    void itsTraceHasOneRootAndNoOrphans() {
        String traceId = place("ada").header("x-trace-id");
        await().until(() -> !spans.where(span -> isIn(traceId, span) && span.getName().startsWith("POST /orders")).isEmpty()
                && !spans.where(span -> isIn(traceId, span) && span.getName().equals("order.fulfil")).isEmpty());

        Set<String> ids = spans.ofTrace(traceId).stream().map(span -> span.getSpanContext().getSpanId())
                .collect(Collectors.toSet());
        assertThat(spans.ofTrace(traceId)).filteredOn(span -> !ids.contains(span.getParentSpanContext().getSpanId()))
                .extracting(ReadableSpan::getName).containsExactly("POST /orders");
    }

    @Test
    void theStatementsOfFulfilmentAreBelowIt() {
        String traceId = place("ada").header("x-trace-id");
        await().until(() -> !spans.where(span -> isIn(traceId, span) && span.getName().equals("order.fulfil")).isEmpty());

        String fulfil = spans.where(span -> isIn(traceId, span) && span.getName().equals("order.fulfil")).get(0)
                .getSpanContext().getSpanId();
        assertThat(spans.ofTrace(traceId)).filteredOn(span -> span.getParentSpanContext().getSpanId().equals(fulfil))
                .extracting(span -> span.getName().split(" ", 2)[0]).contains("UPDATE", "DELETE");
    }

    @Test
    void lookingForWorkLeavesNoSpans() {
        awaitFulfilled(idOf(place("ada")));

        AttributeKey<String> statement = AttributeKey.stringKey("db.statement");
        assertThat(spans.where(span -> String.valueOf(span.getAttribute(statement)).contains("skip locked"))).isEmpty();
    }

    @Test
    void anOrderWhoseFirstAttemptFailsIsFulfilledByTheNext() {
        database.change(FAIL_ONCE);
        database.change(FAIL_ONCE_TRIGGER);
        try {
            String traceId = place("unlucky").header("x-trace-id");
            AttributeKey<Long> attempt = AttributeKey.longKey("fulfilment.attempt");
            await().untilAsserted(() -> assertThat(spans.ofTrace(traceId))
                    .filteredOn(span -> span.getName().equals("order.fulfil")).extracting(span -> span.getAttribute(attempt))
                    .containsExactly(1L, 2L));
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

    private static boolean isIn(String traceId, ReadableSpan span) {
        return span.getSpanContext().getTraceId().equals(traceId);
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
