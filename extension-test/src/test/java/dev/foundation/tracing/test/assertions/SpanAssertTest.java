package dev.foundation.tracing.test.assertions;

import static dev.foundation.tracing.test.AnOrder.TRACE;
import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.SpanStatus;
import dev.foundation.tracing.test.Trace;

class SpanAssertTest {

    @Test
    void whatIsTrueOfASpanPasses() {
        assertThat(TRACE).hasSpan("order.place").inService("orders").ofKind(SpanKind.INTERNAL).withStatus(SpanStatus.UNSET)
                .succeeded().withAttribute("order.items", 2).withAttribute("order.items").withoutAttribute("order.id")
                .withAttributes(Map.of("order.items", 2L)).withEvents("order.checked", "order.refused")
                .withEvent("order.checked", Map.of("total", "12.40")).withParent("POST /orders [orders] SERVER")
                .withChildren("order.item", "order.item", "order.pay", "order.refuse").below("POST /orders [storefront] SERVER")
                .inside("POST /orders [orders]").lastedAtLeast(Duration.ofMillis(80)).withoutLinks();
        assertThat(TRACE).hasSpan("order.pay").failed().failedWith("refused").failedWith("connection reset")
                .withException(IOException.class).withEvent("exception");
        assertThat(TRACE).hasSpan("payment.book").withParent("order.pay [orders]").withoutEvents()
                .linkedTo("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
        assertThat(TRACE).hasRoot("POST /orders").isRoot();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhatWasExpectedAndWhatWasFound(String span, String complaint, Consumer<SpanAssert> assertion) {
        assertThatThrownBy(() -> assertion.accept(assertThat(TRACE).hasSpan(span))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not as expected: " + complaint + "\n\n").hasMessageContaining("\n! ");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("order.place", "order.items: expected 3, was 2", span -> span.withAttribute("order.items", 3)),
                failure("order.place", "order.items: expected \"2\" (String), was 2 (Long)",
                        span -> span.withAttribute("order.items", "2")),
                failure("order.place", "order.item: expected 2, was not there; perhaps order.items = 2 is meant",
                        span -> span.withAttribute("order.item", 2)),
                failure("order.place", "gift: expected some value, was not there; there are [order.items]",
                        span -> span.withAttribute("gift")),
                failure("order.place", "expected no order.items, was 2", span -> span.withoutAttribute("order.items")),
                failure("order.place", "service: expected catalog, was orders", span -> span.inService("catalog")),
                failure("order.place", "kind: expected SERVER, was INTERNAL", span -> span.ofKind(SpanKind.SERVER)),
                failure("order.place", "status: expected ERROR, was UNSET", SpanAssert::failed),
                failure("order.pay", "expected to have failed with 'breaker', failed with status 'payment refused' and"
                        + " exceptions [java.io.IOException: connection reset]", span -> span.failedWith("breaker")),
                failure("order.pay", "expected to have succeeded, failed with status 'payment refused' and"
                        + " exceptions [java.io.IOException: connection reset]", SpanAssert::succeeded),
                failure("payment.book", "expected a recorded java.io.IOException, failed with status '' and exceptions []",
                        span -> span.withException(IOException.class)),
                failure("order.place", "events: expected [order.refused, order.checked], was [order.checked, order.refused]",
                        span -> span.withEvents("order.refused", "order.checked")),
                failure("order.place", "expected an event 'order.packed', found 'order.checked', 'order.refused'",
                        span -> span.withEvent("order.packed")),
                failure("order.place", "expected an event 'order.checked' with {total=1}, found [{total=12.40}]",
                        span -> span.withEvent("order.checked", Map.of("total", "1"))),
                failure("order.place", "expected a link to a/b, found 0 links", span -> span.linkedTo("a", "b")),
                failure("order.place", "expected to be a root, its parent is 'POST /orders [orders] SERVER'",
                        SpanAssert::isRoot),
                failure("payment.book", "expected the parent 'order.place', was 'order.pay [orders]'",
                        span -> span.withParent("order.place")),
                failure("order.pay", "expected the children 'payment.authorise', found 'payment.book'",
                        span -> span.withChildren("payment.authorise")),
                failure("order.refuse", "expected to be below 'order.pay', is below order.place < POST /orders < POST /orders"
                        + " < POST /orders", span -> span.below("order.pay")),
                failure("order.refuse", "expected to be over when 'order.place' is, but its time is not inside that one's",
                        span -> span.inside("order.place")),
                failure("order.refuse", "expected to last PT1S at least, lasted PT0.02S",
                        span -> span.lastedAtLeast(Duration.ofSeconds(1))));
    }

    private static Arguments failure(String span, String complaint, Consumer<SpanAssert> assertion) {
        return Arguments.of(span, complaint, Named.of("assertion", assertion));
    }

    @Test
    void arraysEqualListsAndSmallNumbersLargeOnes() {
        Trace trace = traceOf(aSpan("span").with("skus", List.of("tea-01", "tea-02")).with("sizes", List.of(1L, 2L))
                .with("share", 0.5).with("seal", new byte[] { 1, 2 }));

        assertThat(trace).hasSpan("span").withAttribute("skus", new String[] { "tea-01", "tea-02" })
                .withAttribute("sizes", new int[] { 1, 2 }).withAttribute("share", 0.5f)
                .withAttribute("seal", new byte[] { 1, 2 });
    }

    @Test
    void spansInACircleOfParentsAreBelowEachOther() {
        Trace trace = traceOf(aSpan("hen").below("egg"), aSpan("egg").below("hen"));

        assertThat(trace).hasSpan("hen").below("egg");
        assertThatThrownBy(() -> assertThat(trace).hasSpan("hen").below("fox")).hasMessageContaining("is below egg < hen");
    }
}
