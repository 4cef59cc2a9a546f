package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import io.restassured.response.Response;

/** Something breaks, and the trace tells what. */
@ExtendWith(RunningShop.class)
class FailuresIT {

    /** What payments saw of an order. */
    private static final String TRY = "POST /payments [payments] SERVER";
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final int SUCCESSES_THAT_KEEP_THE_BREAKER_CLOSED = 3;

    @BeforeEach
    void payable(ShopUnderTest shop) {
        shop.awaitPayable();
        // As many successes as keep the breaker closed, whatever the test before has left in its window.
        for (int i = 0; i < SUCCESSES_THAT_KEEP_THE_BREAKER_CLOSED; i++)
            shop.order(ShopUnderTest.TWO_TEAS).then().statusCode(201);
    }

    @AfterEach
    void endFaults(ShopUnderTest shop) {
        shop.awaitPayable();
    }

    @Test
    void paymentsThatFailAreTriedFourTimesAndTheOrderSaysSo(ShopUnderTest shop) {
        Response answer = shop.orderWith("fault.payments=error", ShopUnderTest.TWO_TEAS);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(shop.stateOf(answer.jsonPath().getString("id"))).isEqualTo("PAYMENT_FAILED");
        Trace trace = shop.traceOf(answer, t -> assertThat(t).hasSpans(4, TRY));
        assertThat(trace).hasSpans(4, TRY).sequential().each(attempt -> attempt.failed().below("order.pay"));
        assertThat(trace).hasSpan("order.pay").failed().withAttribute("fault_tolerance.attempts", 4)
                .withAttribute("fault_tolerance.outcome", "failed");
        assertThat(trace).hasRoot("POST /orders").withAttribute("http.response.status_code", 502);
    }

    @Test
    void aBreakerThatIsOpenAnswersWhenToComeBack(ShopUnderTest shop) {
        await("the breaker opens").until(() -> shop.orderWith("fault.payments=error", ShopUnderTest.TWO_TEAS).statusCode(),
                status -> status == 503);

        Response answer = shop.order(ShopUnderTest.TWO_TEAS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(shop.stateOf(answer.jsonPath().getString("id"))).isEqualTo("PAYMENT_FAILED");
        assertThat(shop.wholeTraceOf(answer)).hasServices("storefront", "orders", "catalog").hasSpan("order.pay").failed()
                .withAttribute("fault_tolerance.attempts", 0).withAttribute("fault_tolerance.outcome", "prevented");
    }

    @Test
    void slowPaymentsMakeTheTraceSlowWhereTheyAreSlow(ShopUnderTest shop) {
        Response answer = shop.orderWith("fault.payments=slow", ShopUnderTest.TWO_TEAS);

        assertThat(answer.statusCode()).isEqualTo(201);
        Trace trace = shop.fulfilledTraceOf(answer);
        assertThat(trace).hasSpan("order.pay").lastedAtLeast(SLOW);
        assertThat(trace).hasSpan(TRY).lastedAtLeast(SLOW).below("order.pay");
    }

    @Test
    void aPaymentWhoseAnswerWasLostIsBookedOnce(ShopUnderTest shop) {
        request(shop.shop().payments()).contentType("application/json").body("{\"errorRate\":0,\"latency\":\"PT1.5S\"}")
                .put("/faults").then().statusCode(200);

        Response answer = shop.order(ShopUnderTest.TWO_TEAS);

        assertThat(answer.statusCode()).as("the second try finds the booking of the first").isEqualTo(201);
        Trace trace = shop.traceOf(answer, t -> assertThat(t).hasSpans(2, "payment.book"));
        assertThat(trace.spansNamed("payment.book")).extracting(span -> span.attributes().get("payment.repeated"))
                .containsExactlyInAnyOrder(false, true);
        assertThat(trace.spansNamed("payment.book")).flatExtracting(TraceSpan::events).extracting(SpanEvent::name)
                .containsExactly("payment.booked");
    }

    @Test
    void aFaultOfOneRequestIsNobodyElses(ShopUnderTest shop) {
        shop.orderWith("fault.payments=error", ShopUnderTest.TWO_TEAS).then().statusCode(502);

        shop.order(ShopUnderTest.TWO_TEAS).then().statusCode(201);
    }
}
