package dev.foundation.tracing.test.assertions;

import static dev.foundation.tracing.test.AnOrder.TRACE;
import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

import dev.foundation.tracing.test.Trace;

class TraceAssertTest {

    @Test
    void whatIsTrueOfATracePasses() {
        assertThat(TRACE).hasRoot("POST /orders").withAttribute("http.response.status_code", 502L).and().hasOneRoot()
                .hasNoOrphans().hasSpans("order.place", "payment.book").hasNoSpan("order.fulfil").hasSpanCount(9)
                .hasServices("payments", "orders", "storefront").hasErrors("order.pay")
                .ranSequentially("order.pay", "order.refuse").ranInParallel("order.place", "order.pay", "payment.book");
        assertThat(TRACE).hasSpans(2, "order.item").withAttributeValues("batch.item.index", 0, 1).parallel()
                .each(item -> item.withParent("order.place")).at(1).withAttribute("product.sku", "tea-02");
        assertThat(TRACE).hasSpan("POST /orders [orders]");
        assertThat(TRACE).hasSpan("POST /orders [storefront] CLIENT");
        assertThat(TRACE).hasSpan("payment.* [pay*]");
        assertThat(traceOf(aSpan("root"))).hasNoErrors();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhatWasExpectedAndWhatWasFound(String sentence, ThrowingCallable assertion) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(sentence + "\n\n");
    }

    static Stream<Arguments> failures() {
        Trace broken = traceOf(aSpan("root"), aSpan("second"), aSpan("lost").below("away"));
        return Stream.of(
                failure("expected the root 'GET /orders', but it is 'POST /orders [storefront] SERVER'",
                        () -> assertThat(TRACE).hasRoot("GET /orders")),
                failure("expected one root, found 2", () -> assertThat(broken).hasOneRoot()),
                failure("expected no orphan, found 1: 'lost'", () -> assertThat(broken).hasNoOrphans()),
                failure("there is no span 'order.plaice', perhaps 'order.place' is meant",
                        () -> assertThat(TRACE).hasSpan("order.plaice")),
                failure("there is no span 'shipment'", () -> assertThat(TRACE).hasSpans("order.place", "shipment")),
                failure("there is no span 'order.pay [payments]', only 'order.pay [orders]'",
                        () -> assertThat(TRACE).hasSpan("order.pay [payments]")),
                failure("there are 2 spans 'order.item': choose one by service and kind, or by what is above it, or take all"
                        + " with hasSpans(2, \"order.item\")", () -> assertThat(TRACE).hasSpan("order.item")),
                failure("expected 3 spans 'order.item', found 2", () -> assertThat(TRACE).hasSpans(3, "order.item")),
                failure("expected no span 'order.pay', found 1", () -> assertThat(TRACE).hasNoSpan("order.pay")),
                failure("expected 8 spans, found 9", () -> assertThat(TRACE).hasSpanCount(8)),
                failure("expected the services [orders, storefront], found [orders, payments, storefront]",
                        () -> assertThat(TRACE).hasServices("orders", "storefront")),
                failure("expected as failed: none; failed: 'order.pay'", () -> assertThat(TRACE).hasNoErrors()),
                failure("expected as failed: 'order.pay', 'order.place'; failed: 'order.pay'",
                        () -> assertThat(TRACE).hasErrors("order.pay", "order.place")),
                failure("expected 'order.pay' [orders] to start after the end of 'order.refuse' [orders], but it started 62.0"
                        + " ms earlier", () -> assertThat(TRACE).ranSequentially("order.refuse", "order.pay")),
                failure("expected all to run at the same time, but 'order.refuse' [orders] started 2.0 ms after the end of"
                        + " 'order.pay' [orders]", () -> assertThat(TRACE).ranInParallel("order.pay", "order.refuse")),
                failure("expected 'order.item' [orders] to start after the end of 'order.item' [orders], but it started 17.0 ms"
                        + " earlier", () -> assertThat(TRACE).hasSpans(2, "order.item").sequential()),
                failure("expected batch.item.index = [0, 2], found [0, 1]",
                        () -> assertThat(TRACE).hasSpans(2, "order.item").withAttributeValues("batch.item.index", 0, 2)));
    }

    private static Arguments failure(String sentence, ThrowingCallable assertion) {
        return Arguments.of(sentence, Named.of("assertion", assertion));
    }

    @Test
    void theTraceIsShownWithWhatIsAmissMarked() {
        assertThatThrownBy(() -> assertThat(TRACE).hasRoot("POST /orders").withAttribute("http.response.status_code", 201))
                .hasMessage(
                        """
                                'POST /orders' [storefront] is not as expected: http.response.status_code: expected 201, was 502

                                  trace 5f1415ffc3670b2f794521fac799e091 · 9 spans · 3 services · 104 ms · 1 failed
                                                                                 0            104 ms
                                ! POST /orders             storefront    100 ms  ━━━━━━━━━━━━━━━━━━╸  502
                                  │ ↳ http.response.status_code: expected 201, was 502
                                  └╴POST /orders           storefront   90.0 ms  ╺━━━━━━━━━━━━━━━━╸
                                    └╴POST /orders         orders       85.0 ms   ━━━━━━━━━━━━━━━━
                                      └╴order.place        orders       80.0 ms   ╺━━━━━━━━━━━━━━╸    order.items=2
                                        ├╴order.item       orders       20.0 ms    ━━━━               item 0, product.sku=tea-01
                                        ├╴order.item       orders       25.0 ms    ╺━━━━╸             item 1, product.sku=tea-02
                                        │ ◇ order.checked              @41.0 ms         ◆             total=12.40
                                        ├╴✗ order.pay      orders       40.0 ms         ╺━━━━━━━      payment refused
                                        │ └╴payment.book   payments     30.0 ms          ━━━━━━
                                        │   ◇ exception                @81.0 ms                ◆      IOException: connection reset
                                        └╴order.refuse     orders       20.0 ms                 ━━━━
                                          ◇ order.refused              @89.0 ms                  ◆
                                """);
    }

    @Test
    void theExpectedAndTheActualValueAreGivenToTools() {
        AssertionFailedError failure = (AssertionFailedError) catchThrowable(() -> assertThat(TRACE).hasSpanCount(8));

        assertThat(failure.getExpected().getValue()).isEqualTo(8);
        assertThat(failure.getActual().getValue()).isEqualTo(9);
    }

    @Test
    void aDescriptionComesFirst() {
        assertThatThrownBy(() -> assertThat(TRACE).as("after a refusal").hasNoErrors())
                .hasMessageStartingWith("[after a refusal] expected as failed: none");
        assertThatThrownBy(() -> assertThat(TRACE).hasSpan("order.pay").as("paying").succeeded())
                .hasMessageStartingWith("[paying] 'order.pay' [orders] is not as expected");
    }

    @Test
    void softAssertionsCollectSeveralFailures() {
        SoftAssertions softly = new SoftAssertions();
        softly.check(() -> assertThat(TRACE).hasSpanCount(8));
        softly.check(() -> assertThat(TRACE).hasNoErrors());

        assertThat(softly.errorsCollected()).hasSize(2);
    }

    @Test
    void namesWithPercentSignsAreShownAsTheyAre() {
        Trace trace = traceOf(aSpan("100%d %s").with("share", "5%n"));

        assertThatThrownBy(() -> assertThat(trace).hasNoSpan("100%d %s")).hasMessageContaining("100%d %s")
                .hasMessageContaining("share=5%n");
    }

    @Test
    void noTraceIsAFailureAndNoAccident() {
        assertThatThrownBy(() -> assertThat((Trace) null).hasOneRoot()).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void itIsImportedBesideAssertJsOwn() {
        assertThat(TRACE).hasOneRoot();
        assertThat(TRACE.services()).hasSize(3);
        assertThat(Map.of("a", 1)).containsEntry("a", 1);
    }
}
