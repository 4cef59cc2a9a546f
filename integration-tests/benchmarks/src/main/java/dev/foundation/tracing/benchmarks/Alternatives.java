package dev.foundation.tracing.benchmarks;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.incubator.trace.ExtendedSpanBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.Unremovable;

/** The same span with two attributes and one event, made in each way that there is. */
@Unremovable
@ApplicationScoped
class Alternatives {

    private static final AttributeKey<String> K1 = AttributeKey.stringKey("k1");
    private static final AttributeKey<Long> K2 = AttributeKey.longKey("k2");
    private static final String NAME = "bench.op";
    private static final String EVENT = "bench.event";

    static long plain(String value, long number) {
        return value.length() + number;
    }

    static long raw(Tracer tracer, String value, long number) {
        Span span = tracer.spanBuilder(NAME).startSpan();
        try (Scope ignored = span.makeCurrent()) {
            span.setAttribute(K1, value).setAttribute(K2, number);
            span.addEvent(EVENT);
            return value.length() + number;
        } finally {
            span.end();
        }
    }

    static long startAndCall(Tracer tracer, String value, long number) {
        return ((ExtendedSpanBuilder) tracer.spanBuilder(NAME)).startAndCall(() -> {
            Span span = Span.current();
            span.setAttribute(K1, value).setAttribute(K2, number);
            span.addEvent(EVENT);
            return value.length() + number;
        });
    }

    @WithSpan(NAME)
    long annotated(@SpanAttribute("k1") String value, @SpanAttribute("k2") long number) {
        Span.current().addEvent(EVENT);
        return value.length() + number;
    }

    @Traced(NAME)
    static long traced(@SpanAttribute("k1") String value, @SpanAttribute("k2") long number) {
        Spans.recordEvent(EVENT);
        return value.length() + number;
    }

    static long withSpan(String value, long number) {
        return Spans.withSpan(NAME, "k1", value, "k2", number, () -> {
            Spans.recordEvent(EVENT);
            return value.length() + number;
        });
    }

    static long rawThree(Tracer tracer, String value, long number) {
        Span outer = tracer.spanBuilder(NAME).startSpan();
        try (Scope ignored = outer.makeCurrent()) {
            Span middle = tracer.spanBuilder(NAME).startSpan();
            try (Scope ignoredToo = middle.makeCurrent()) {
                return raw(tracer, value, number);
            } finally {
                middle.end();
            }
        } finally {
            outer.end();
        }
    }

    @Traced(NAME)
    static long tracedThree(String value, long number) {
        return tracedTwo(value, number);
    }

    @Traced(NAME)
    private static long tracedTwo(String value, long number) {
        return traced(value, number);
    }

    static long withSpanThree(String value, long number) {
        return Spans.withSpan(NAME, () -> Spans.withSpan(NAME, () -> withSpan(value, number)));
    }
}
