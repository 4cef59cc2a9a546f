package dev.foundation.tracing.listeners;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.linkSpan;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.control.ObservedSpan;
import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;

class SpanListenerTest {

    private static final SpanContext OTHER = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getDefault(), TraceState.getDefault());

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final Heard heard = new Heard();

    @Test
    void everythingThatHappensToASpanIsTold() {
        listening(heard);

        withSpan("order.place", "order.items", 2, () -> {
            addAttributes("order.channel", "shop");
            recordEvent("order.priced", "price", 12);
            linkSpan(OTHER);
        });

        assertThat(heard.told).containsExactly("start order.place", "attributes order.place {order.items=2}",
                "attributes order.place {order.channel=\"shop\"}", "event order.place order.priced {price=12}",
                "link order.place " + OTHER.getSpanId() + " {}", "end order.place UNSET");
    }

    @Test
    void itIsToldWhereTheSpanIs() {
        listening(heard);

        withSpan("order.place", () -> withSpan("order.price", () -> "12.40"));

        ObservedSpan root = heard.spans.get(0);
        ObservedSpan child = heard.spans.get(1);
        assertThat(root.parent().isValid()).isFalse();
        assertThat(child.parent()).isEqualTo(root.context());
        assertThat(child.context()).isEqualTo(spans.named("order.price").getSpanContext());
        assertThat(child.place()).isEmpty();
    }

    @Test
    void theDurationAndTheStatusAreThoseOfTheSpan() {
        listening(heard);

        assertThatThrownBy(() -> withSpan("order.place", () -> {
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);

        assertThat(heard.told).containsExactly("start order.place", "end order.place ERROR");
        assertThat(heard.durations).containsExactly(
                Duration.ofNanos(spans.only().getEndEpochNanos() - spans.only().getStartEpochNanos()));
    }

    @Test
    void whatASpanBeginsWithIsToldToo() {
        listening(heard);

        withSpan("order.place", SpanOptions.ofKind(SpanKind.CLIENT).with(Attributes.builder().put("peer", "bank").build())
                .linkedTo(OTHER), () -> "");

        assertThat(heard.told).containsExactly("start order.place", "link order.place " + OTHER.getSpanId() + " {}",
                "attributes order.place {peer=\"bank\"}", "end order.place UNSET");
    }

    @Test
    void anEndIsToldOnceAndNothingAfterIt() {
        listening(heard);

        ActiveSpan span = startSpan("order.place");
        span.close();
        span.close();
        span.setAttribute("too", "late").recordEvent("too.late");

        assertThat(heard.told).containsExactly("start order.place", "end order.place UNSET");
    }

    @Test
    void eachSubscriptionIsASpanThatIsTold() {
        listening(heard);

        Uni<String> price = withSpan("price.find", () -> Uni.createFrom().item("12.40"));
        price.await().indefinitely();
        price.await().indefinitely();

        assertThat(heard.told).filteredOn(told -> told.startsWith("end")).hasSize(2);
        assertThat(heard.told).filteredOn(told -> told.startsWith("start")).hasSize(2);
    }

    @Test
    void anItemBeyondABatchsLimitIsToldWhenItHasASpan() {
        listening(heard);

        batch("order.items", List.of(1, 2)).summarisedOver(0).each(item -> {
            if (item == 2)
                throw new IllegalStateException();
            return item;
        });

        assertThat(heard.told).contains("start order.items.item", "end order.items.item ERROR")
                .anyMatch(told -> told.contains("batch.item.index=1")).noneMatch(told -> told.contains("index=0"));
    }

    @Test
    void belowASpanThatIsNotSampledThereIsNothingToTell() {
        listening(heard);

        try (Scope ignored = Span.wrap(OTHER).makeCurrent()) {
            withSpan("order.place", () -> recordEvent("order.priced"));
        }

        assertThat(heard.told).isEmpty();
    }

    @Test
    void aListenerThatThrowsHurtsNobodyAndIsReportedOnce() {
        listening(new SpanListener() {
            @Override
            public void onStart(ObservedSpan span) {
                throw new AssertionError("listener");
            }

            @Override
            public void onEnd(ObservedSpan span, Duration duration, StatusCode status) {
                throw new IllegalStateException("listener");
            }
        }, heard);
        List<String> reported = reportedWhile(() -> {
            assertThat(withSpan("order.place", () -> "placed")).isEqualTo("placed");
            assertThat(withSpan("order.place", () -> "placed")).isEqualTo("placed");
        });

        assertThat(spans.ended()).hasSize(2);
        assertThat(heard.told).hasSize(4);
        assertThat(reported).hasSize(1);
    }

    @Test
    void spansThatAListenerMakesAreNotTold() {
        listening(new SpanListener() {
            @Override
            public void onStart(ObservedSpan span) {
                withSpan("listener.work", () -> recordEvent("listener.worked"));
            }
        }, heard);

        withSpan("order.place", () -> "placed");

        assertThat(heard.told).containsExactly("start order.place", "end order.place UNSET");
        assertThat(spans.named("listener.work").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
    }

    private void listening(SpanListener... listeners) {
        spans.install(new SpanOpener(spans.tracer(), true, new Failures(Set.of()), Observations.toldTo(listeners)));
    }

    private static List<String> reportedWhile(Runnable work) {
        List<String> reported = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                reported.add(line.getMessage());
            }

            @Override
            public void flush() {
                // nothing is buffered
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger("dev.foundation.tracing");
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return reported;
    }

    private static final class Heard implements SpanListener {

        private final List<String> told = new ArrayList<>();
        private final List<ObservedSpan> spans = new ArrayList<>();
        private final List<Duration> durations = new ArrayList<>();

        @Override
        public void onStart(ObservedSpan span) {
            assertThat(Span.current().getSpanContext().getTraceId()).hasSize(32);
            told.add("start " + span.name());
            spans.add(span);
        }

        @Override
        public void onEnd(ObservedSpan span, Duration duration, StatusCode status) {
            told.add("end " + span.name() + " " + status);
            durations.add(duration);
        }

        @Override
        public void onAttributes(ObservedSpan span, Attributes attributes) {
            told.add("attributes " + span.name() + " " + attributes);
        }

        @Override
        public void onEvent(ObservedSpan span, String name, Attributes attributes) {
            told.add("event " + span.name() + " " + name + " " + attributes);
        }

        @Override
        public void onLink(ObservedSpan span, SpanContext linked, Attributes attributes) {
            told.add("link " + span.name() + " " + linked.getSpanId() + " " + attributes);
        }
    }
}
