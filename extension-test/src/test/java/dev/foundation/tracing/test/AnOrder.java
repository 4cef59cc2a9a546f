package dev.foundation.tracing.test;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static java.time.Duration.ofMillis;

import java.util.Map;

/** A trace of three services, with all that a trace has. */
public final class AnOrder {

    public static final Trace TRACE = traceOf(
            aSpan("POST /orders").withId("1").of(SpanKind.SERVER).in("storefront").lasting(ofMillis(100))
                    .with("http.response.status_code", 502L).with("http.request.method", "POST"),
            aSpan("POST /orders").withId("2").of(SpanKind.CLIENT).below("1").in("storefront").startingAt(5)
                    .lasting(ofMillis(90)),
            aSpan("POST /orders").withId("3").of(SpanKind.SERVER).below("2").in("orders").startingAt(8).lasting(ofMillis(85)),
            aSpan("order.place").withId("4").below("3").in("orders").startingAt(10).lasting(ofMillis(80))
                    .with("order.items", 2L)
                    .event("order.checked", 41, Map.of("total", "12.40")).event("order.refused", 89, Map.of()),
            aSpan("order.item").withId("5").below("4").in("orders").startingAt(12).lasting(ofMillis(20))
                    .with("batch.item.index", 0L).with("product.sku", "tea-01"),
            aSpan("order.item").withId("6").below("4").in("orders").startingAt(15).lasting(ofMillis(25))
                    .with("batch.item.index", 1L).with("product.sku", "tea-02"),
            aSpan("order.pay").withId("7").below("4").in("orders").startingAt(42).lasting(ofMillis(40))
                    .failed("payment refused").event("exception", 81, Map.of("exception.type", "java.io.IOException",
                            "exception.message", "connection reset")),
            aSpan("payment.book").withId("8").of(SpanKind.SERVER).below("7").in("payments").startingAt(45)
                    .lasting(ofMillis(30)).linkedTo("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"),
            aSpan("order.refuse").withId("9").below("4").in("orders").startingAt(84).lasting(ofMillis(20)));

    private AnOrder() {
    }
}
