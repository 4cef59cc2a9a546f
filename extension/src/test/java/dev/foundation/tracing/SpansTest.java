package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.currentTraceId;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.runWithSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

class SpansTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()));

    @Test
    void theResultOfTheBodyComesBack() {
        String result = withSpan("database.query", () -> "rows");

        assertThat(result).isEqualTo("rows");
        assertThat(spans.only().getName()).isEqualTo("database.query");
    }

    @Test
    void anActionWithoutResultRunsInsideItsSpan() {
        List<Span> seen = new ArrayList<>();

        withSpan("order.store", () -> {
            seen.add(Span.current());
        });

        assertThat(seen).extracting(span -> span.getSpanContext().getSpanId()).containsExactly(spans.only().getSpanId());
    }

    @Test
    void attributesGivenAtTheStartAreOnTheSpan() {
        withSpan("api.request", Attributes.of(stringKey("endpoint"), "/users", longKey("try"), 1L), () -> "answer");

        assertThat(spans.only().getAttributes().asMap())
                .isEqualTo(Attributes.of(stringKey("endpoint"), "/users", longKey("try"), 1L).asMap());
    }

    @Test
    void theSpanIsHandedToABodyThatAsksForIt() {
        int hits = withSpan("cache.get", span -> {
            span.setAttribute("cache.name", "products").setAttribute("cache.hit", true).setAttribute("cache.size", 3)
                    .setAttribute("cache.ratio", 0.5).recordEvent("looked_up");
            return 1;
        });

        assertThat(hits).isOne();
        assertThat(spans.only().getAttributes().asMap()).isEqualTo(Attributes.of(stringKey("cache.name"), "products",
                booleanKey("cache.hit"), true, longKey("cache.size"), 3L, doubleKey("cache.ratio"), 0.5).asMap());
        assertThat(spans.only().getEvents()).extracting(EventData::getName).containsExactly("looked_up");
    }

    @Test
    void anActionThatAsksForItsSpanCanFailItWithoutThrowing() {
        runWithSpan("order.check", Attributes.of(stringKey("sku"), "tea-01"), span -> {
            span.fail("sold out");
        });

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.only().getStatus().getDescription()).isEqualTo("sold out");
    }

    @Test
    void theReasonOfAFailureIsKeptWhenAnExceptionFollows() {
        assertThatThrownBy(() -> runWithSpan("order.check", span -> {
            span.fail("sold out");
            throw new IllegalStateException("no tea");
        })).hasMessage("no tea");

        assertThat(spans.only().getStatus().getDescription()).isEqualTo("sold out");
    }

    @Test
    void afterAnErrorInsideTracingItselfNothingStaysCurrent() {
        Throwable hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        };

        assertThatThrownBy(() -> withSpan("risky.operation", (SpanAction<Throwable>) () -> {
            throw hostile;
        })).satisfies(thrown -> assertThat(thrown == hostile).isTrue());

        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        assertThat(spans.only().hasEnded()).isTrue();
    }

    @Test
    void aSpanInsideAnotherIsItsChild() {
        withSpan("request.handle", () -> withSpan("request.validate", () -> "valid"));

        SpanData parent = spans.named("request.handle");
        assertThat(spans.named("request.validate").getParentSpanId()).isEqualTo(parent.getSpanId());
        assertThat(parent.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void aSpanAfterAnotherIsItsSibling() {
        withSpan("request.handle", () -> {
            withSpan("request.validate", () -> "valid");
            withSpan("request.answer", () -> "answered");
        });

        String parent = spans.named("request.handle").getSpanId();
        assertThat(spans.named("request.validate").getParentSpanId()).isEqualTo(parent);
        assertThat(spans.named("request.answer").getParentSpanId()).isEqualTo(parent);
    }

    @Test
    void anExceptionIsRethrownUnchangedAndFailsTheSpan() {
        IOException broken = new IOException("broken pipe");

        assertThatThrownBy(() -> withSpan("payment.send", () -> {
            throw broken;
        })).isSameAs(broken);

        SpanData span = spans.only();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("java.io.IOException");
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("exception");
    }

    @Test
    void theCheckedExceptionOfABodyKeepsItsType() throws IOException {
        // Compiles only because withSpan throws what the body declares, and no more.
        String line = withSpan("file.read", SpansTest::readLine);

        assertThat(line).isEqualTo("first line");
    }

    private static String readLine() throws IOException {
        return "first line";
    }

    @Test
    void anErrorOfTheJvmIsRecordedToo() {
        assertThatThrownBy(() -> withSpan("parse.deep", (SpanAction<RuntimeException>) () -> {
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void anExceptionWhoseMessageThrowsIsStillTheOneThatArrives() {
        RuntimeException nasty = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message for you");
            }
        };

        assertThatThrownBy(() -> withSpan("risky.operation", (SpanAction<RuntimeException>) () -> {
            throw nasty;
        })).satisfies(thrown -> assertThat(thrown == nasty).isTrue());

        assertThat(spans.only().hasEnded()).isTrue();
    }

    @Test
    void attributesAndEventsGoToTheCurrentSpan() {
        withSpan("business.process", () -> {
            addAttributes("items", 3);
            addAttributes("status", "success");
            addAttributes(Attributes.of(doubleKey("ratio"), 0.25));
            recordEvent("data.fetched", Attributes.of(longKey("count"), 2L));
            recordEvent("processing.complete");
        });

        assertThat(spans.only().getAttributes().asMap()).isEqualTo(
                Attributes.of(longKey("items"), 3L, stringKey("status"), "success", doubleKey("ratio"), 0.25).asMap());
        assertThat(spans.only().getEvents()).extracting(EventData::getName)
                .containsExactly("data.fetched", "processing.complete");
    }

    @Test
    void withoutASpanAttributesAndEventsGoNowhereAndNothingBreaks() {
        addAttributes("items", 3);
        recordEvent("data.fetched");

        assertThat(spans.ended()).isEmpty();
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
    }

    @Test
    void theTraceIdIsKnownInsideASpanOnly() {
        Optional<String> inside = withSpan("request.handle", Spans::currentTraceId);

        assertThat(inside).contains(spans.only().getTraceId());
        assertThat(currentTraceId()).isEmpty();
    }

    @Test
    void belowAnUnsampledParentTheBodyRunsWithoutASpanOfItsOwn() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            String current = withSpan("cache.get", span -> span.setAttribute("cache.hit", true).context().getSpanId());

            assertThat(current).isEqualTo(UNSAMPLED.getSpanContext().getSpanId());
        }
        assertThat(spans.ended()).isEmpty();
    }

    @Test
    void whereNothingIsInstalledBodiesRunWithoutSpans() throws Exception {
        SpanRuntime.install(null);
        Callable<String> work = () -> withSpan("order.place", span -> {
            addAttributes("order.items", 3);
            return withSpan("order.store", () -> span.context().isValid() ? "spans" : "no spans");
        });

        assertThat(work.call()).isEqualTo("no spans");
        assertThat(Spans.traceHeaders()).isEmpty();
        assertThat(spans.ended()).isEmpty();
    }
}
