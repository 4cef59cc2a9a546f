package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/** A context is asked about at each span, and remembered once it is known that nothing is made below it. */
class BelowUnsampledTest {

    private static final Context UNSAMPLED = Context.root()
            .with(Span.wrap(SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                    TraceFlags.getDefault(), TraceState.getDefault())));

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void eachSpanIsCountedAsDropped() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            for (int i = 0; i < 3; i++)
                withSpan("unsampled.counted", () -> recordEvent("event"));
        }

        assertThat(SpanPoints.named("unsampled.counted").read().droppedBySampling()).isEqualTo(3);
        assertThat(spans.ended()).isEmpty();
    }

    @Test
    void aRootIsMadeThere() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            withSpan("unsampled.below", () -> "nothing");
            withSpan("unsampled.root", SpanOptions.ofRoot(), () -> "done");
        }

        assertThat(spans.only().getName()).isEqualTo("unsampled.root");
    }

    @Test
    void aSpanInAnotherContextIsMade() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            withSpan("unsampled.below", () -> "nothing");
            try (Scope ignoredToo = Context.root().makeCurrent()) {
                withSpan("unsampled.elsewhere", () -> recordEvent("event"));
            }
        }

        assertThat(spans.only().getName()).isEqualTo("unsampled.elsewhere");
        assertThat(spans.only().getEvents()).hasSize(1);
    }

    @Test
    void spansAreMadeOnceTheyAreHeld() {
        AtomicBoolean recording = new AtomicBoolean();
        try (SdkTracerProvider provider = SdkTracerProvider.builder().setSampler(deciding(name -> SamplingResult.recordOnly()))
                .build();
                Scope ignored = UNSAMPLED.makeCurrent()) {
            SpanOpener opener = new SpanOpener(provider.get("test"), true, new Failures(Set.of()), Observations.plain());
            spans.install(opener);
            withSpan("unsampled.dropped", () -> "nothing");
            opener.holdUnsampled(true);
            withSpan("unsampled.held", span -> {
                recording.set(span.isRecording());
                return "done";
            });
        }

        assertThat(recording).isTrue();
        assertThat(SpanPoints.named("unsampled.dropped").read().started()).isZero();
    }

    @Test
    void aRefusedRootThatAnotherThreadHasEndedIsNotAroundWhatComesNext() throws InterruptedException {
        AtomicBoolean recording = new AtomicBoolean();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(deciding(name -> name.equals("unsampled.refused") ? SamplingResult.drop()
                        : SamplingResult.recordAndSample())))
                .build()) {
            spans.install(new SpanOpener(provider.get("test"), true, new Failures(Set.of()), Observations.plain()));
            ActiveSpan refused = startSpan("unsampled.refused");
            withSpan("unsampled.inside", () -> "nothing");
            Thread other = new Thread(refused::close);
            other.start();
            other.join();
            withSpan("unsampled.next", span -> {
                recording.set(span.isRecording());
                return "done";
            });
        }

        assertThat(SpanPoints.named("unsampled.inside").read().droppedBySampling()).isEqualTo(1);
        assertThat(recording).isTrue();
    }

    private static Sampler deciding(Function<String, SamplingResult> byName) {
        return new Sampler() {
            @Override
            public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
                    Attributes attributes,
                    List<LinkData> links) {
                return byName.apply(name);
            }

            @Override
            public String getDescription() {
                return "by name";
            }
        };
    }
}
