package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.linkSpan;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.runWithSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanArrayKey;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;

class AttributesTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    static Stream<Arguments> values() {
        return Stream.of(Arguments.of("text", stringKey("key"), "text"),
                Arguments.of(7, longKey("key"), 7L), Arguments.of((short) 7, longKey("key"), 7L),
                Arguments.of(0.5f, doubleKey("key"), 0.5), Arguments.of(true, booleanKey("key"), true),
                Arguments.of(TimeUnit.DAYS, stringKey("key"), "DAYS"),
                Arguments.of(new BigDecimal("12.40"), stringKey("key"), "12.40"),
                Arguments.of(Optional.of(3), longKey("key"), 3L),
                Arguments.of(List.of("a", "b"), stringArrayKey("key"), List.of("a", "b")),
                Arguments.of(new int[] { 1, 2 }, longArrayKey("key"), List.of(1L, 2L)),
                Arguments.of(List.of(1, 0.5), doubleArrayKey("key"), List.of(1.0, 0.5)),
                Arguments.of(new boolean[] { true, false }, booleanArrayKey("key"), List.of(true, false)),
                Arguments.of(List.of(1, "a"), stringArrayKey("key"), List.of("1", "a")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueBecomesTheAttributeOfItsType(Object value, AttributeKey<?> key, Object expected) {
        withSpan("order.place", "key", value, () -> "placed");

        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Map.of(key, expected));
    }

    @Test
    void nothingIsAnAttributeOfNothing() {
        withSpan("order.place", () -> {
            addAttributes("order.coupon", (String) null);
            addAttributes("order.coupon", (Object) null);
            addAttributes(stringKey("order.coupon"), null);
            addAttributes("order.coupon", Optional.empty());
            addAttributes("order.coupons", List.of());
        });

        assertThat(spans.only().getAttributes().isEmpty()).isTrue();
    }

    @Test
    void nothingThatIsNullBreaksARequest() {
        String result = withSpan(null, null, "value", () -> {
            addAttributes((String) null, "value");
            addAttributes((Map<String, Object>) null);
            addAttributes((Attributes) null);
            addAttributes((AttributeKey<String>) null, "value");
            recordEvent(null, null, null);
            linkSpan((PropagatedContext) null);
            linkSpan((SpanContext) null);
            Spans.withPropagatedContext(PropagatedContext.fromHeaders(null), () -> "continued");
            Spans.withPropagatedContext(null, () -> "continued");
            return withSpan("order.place", (SpanOptions) null, span -> span.fail((Throwable) null).isRecording() + " placed");
        });

        assertThat(result).isEqualTo("false placed");
        assertThat(spans.only().getAttributes().isEmpty()).isTrue();
    }

    @Test
    void aListThatIsHandedOverByMistakeIsCut() {
        withSpan("order.place", "order.all", Collections.nCopies(5_000, 1), () -> "placed");

        assertThat(spans.only().getAttributes().get(longArrayKey("order.all"))).hasSize(1_000);
    }

    @Test
    void aValueThatCannotBeWrittenIsLeftOutAndNothingBreaks() {
        Object hostile = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text for you");
            }
        };

        String result = withSpan("order.place", "hostile", hostile, "order.items", 3, () -> "placed");

        assertThat(result).isEqualTo("placed");
        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Map.of(longKey("order.items"), 3L));
    }

    @Test
    void inBulkByPairsByMapAndAsAttributes() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from.map", 1);
        map.put("absent", null);
        withSpan("order.place", () -> {
            addAttributes("first", 1, "second", "two");
            addAttributes("third", 3.0, "fourth", true, "fifth", 5);
            addAttributes(Attributes.of(stringKey("from.attributes"), "yes"));
            addAttributes(map);
            addAttributes(longArrayKey("typed"), List.of(6L));
        });

        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Map.of(longKey("first"), 1L, stringKey("second"), "two",
                doubleKey("third"), 3.0, booleanKey("fourth"), true, longKey("fifth"), 5L, stringKey("from.attributes"), "yes",
                longKey("from.map"), 1L, longArrayKey("typed"), List.of(6L)));
    }

    @Test
    void keysWhoseNamesHaveTheSameHashAreTwo() {
        withSpan("order.place", () -> {
            for (int i = 0; i < 3; i++)
                addAttributes("Aa", "first", "BB", "second");
            addAttributes("CCC", "text");
            addAttributes("CCC", 3);
        });

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Map.of(stringKey("Aa"), "first", stringKey("BB"), "second",
                stringKey("CCC"), "text", longKey("CCC"), 3L));
    }

    @Test
    void anEventHasAttributesOfItsOwn() {
        runWithSpan("order.place", span -> {
            recordEvent("one", "first", 1);
            recordEvent("two", "first", 1, "second", "b");
            recordEvent("three", "first", 1, "second", null, "third", true);
        });

        assertThat(spans.only().getEvents()).extracting(event -> event.getAttributes().asMap()).containsExactly(
                Map.of(longKey("first"), 1L), Map.of(longKey("first"), 1L, stringKey("second"), "b"),
                Map.of(longKey("first"), 1L, booleanKey("third"), true));
    }

    @Test
    void theCurrentSpanIsLinkedWithAnother() {
        PropagatedContext sender = withSpan("message.send", Spans::propagateContext);
        withSpan("message.handle", () -> {
            linkSpan(sender);
            linkSpan(sender.span(), Attributes.of(stringKey("how"), "again"));
            linkSpan(SpanContext.getInvalid());
        });

        assertThat(spans.named("message.handle").getLinks()).extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(sender.span().getSpanId(), sender.span().getSpanId());
    }

    @Test
    void aSpanThatSomebodyElseMadeCurrentIsChangedToo() {
        var theirs = spans.tracer().spanBuilder("theirs").startSpan();
        try (Scope ignored = theirs.makeCurrent()) {
            addAttributes("order.items", 3);
            recordEvent("order.validated", "order.valid", true);
        } finally {
            theirs.end();
        }

        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Map.of(longKey("order.items"), 3L));
        assertThat(spans.only().getEvents()).singleElement()
                .satisfies(event -> assertThat(event.getName()).isEqualTo("order.validated"));
    }
}
