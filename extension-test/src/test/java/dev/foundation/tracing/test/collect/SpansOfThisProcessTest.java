package dev.foundation.tracing.test.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

class SpansOfThisProcessTest {

    private static final int MOST_SPANS = 10;

    private final SpansOfThisProcess spans = new SpansOfThisProcess(MOST_SPANS);

    @Test
    void aTraceIsNotQuietWhileASpanIsOpen() {
        try (TestSdk shop = new TestSdk("shop", new SpanCollector())) {
            Span root = shop.root("root");
            Span worker = shop.child(root, "order.fulfil");
            root.end();

            assertThatThrownBy(() -> atOnce().trace(traceId(root)))
                    .hasMessageContaining("these spans have not ended: 'order.fulfil'");

            worker.end();
            assertThat(atOnce().trace(traceId(root)).spans()).hasSize(2);
        }
    }

    @Test
    void theOldestTracesAreForgottenBeyondTheBound() {
        try (TestSdk shop = new TestSdk("shop", new SpanCollector(spans))) {
            Span first = shop.root("first");
            first.end();
            Span last = first;
            for (int i = 0; i < MOST_SPANS; i++) {
                last = shop.root("next");
                last.end();
            }

            assertThat(spans.find(traceId(first))).isEmpty();
            assertThat(spans.find(traceId(last))).isPresent();
            assertThat(spans.advice()).startsWith("1 traces were forgotten");
        }
    }

    @Test
    void oneTraceBeyondTheBoundIsForgottenAsWell() {
        try (TestSdk shop = new TestSdk("shop", new SpanCollector(spans))) {
            Span root = shop.root("root");
            for (int i = 0; i < MOST_SPANS; i++)
                shop.child(root, "child").end();
            root.end();

            assertThat(spans.find(traceId(root))).isEmpty();
        }
    }

    @Test
    void aThreadHearsOfTracesThatBeginOnIt() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        try (TestSdk shop = new TestSdk("shop", new SpanCollector(spans));
                TraceCollector.Watch watch = SpansOfThisProcess.watchThisThread(heard::add)) {
            Span root = shop.root("root");
            try (Scope scope = root.makeCurrent()) {
                shop.tracer().spanBuilder("child").startSpan().end();
            }
            root.end();
            Thread other = new Thread(() -> shop.root("of another thread").end());
            other.start();
            other.join();

            assertThat(heard).containsExactly(traceId(root));
        }
    }

    private static TraceCollector atOnce() {
        return TraceCollector.ofThisProcess().settlingFor(Duration.ZERO).within(Duration.ZERO);
    }

    private static String traceId(Span span) {
        return span.getSpanContext().getTraceId();
    }
}
