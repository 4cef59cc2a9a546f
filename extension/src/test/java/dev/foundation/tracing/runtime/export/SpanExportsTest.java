package dev.foundation.tracing.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.runtime.metrics.Meters;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/** That each span ends in exactly one way, on OpenTelemetry's own processors. */
class SpanExportsTest {

    private static final int QUEUE = 16;

    private final AnsweringExporter exporter = new AnsweringExporter();
    private final SpanExports exports = new SpanExports(new ExportTarget("grpc", "http://tempo:4317"),
            UnaryOperator.identity(), new Meters(), () -> null);
    private SdkTracerProvider provider = provider(batching());

    @AfterEach
    void close() {
        exporter.exports.forEach(export -> export.result().succeed());
        provider.shutdown();
    }

    @Test
    void aSpanWaitsUntilItsExportHasEnded() throws InterruptedException {
        make(3);
        AnsweringExporter.Export export = exporter.exports.take();
        assertThat(report().waiting()).isEqualTo(3);

        export.result().succeed();

        assertThat(report().exported()).isEqualTo(export.spans().size());
    }

    @Test
    void whatTheQueueHasNoRoomForIsCountedAtThatMoment() throws InterruptedException {
        make(1);
        AnsweringExporter.Export hangs = exporter.exports.take();
        make(QUEUE + 5);

        assertThat(report().dropped()).containsExactly(Map.entry(DropCause.QUEUE_FULL, 5L));
        assertThat(report().waiting()).isEqualTo(QUEUE + 1);

        hangs.result().succeed();
        succeedAll(QUEUE);
        assertThat(settled().exported()).isEqualTo(QUEUE + 1);
    }

    @Test
    void aSpanThatIsRecordedButNotSampledIsNotMade() {
        provider = SdkTracerProvider.builder().setSampler(new RecordOnly()).addSpanProcessor(batching()).build();
        make(3);

        assertThat(exports.reports()).allSatisfy(report -> assertThat(report.made()).isZero());
    }

    @Test
    void anExporterThatThrowsHasFailed() {
        provider = provider(exports.counted(exports.exportingAtOnce(new Throwing()).build()));
        make(2);

        assertThat(exports.reports().get(1).dropped()).containsExactly(Map.entry(DropCause.FAILED, 2L));
        assertThat(exports.reports().get(1).lastFailure().reason()).isEqualTo("out of order");
    }

    @Test
    void aSpanThatCannotBeLookedThroughStaysHereAndTheOthersLeave() throws InterruptedException {
        SpanExports watching = new SpanExports(new ExportTarget("grpc", "http://tempo:4317"), SpanExportsTest::lookThrough,
                new Meters(), () -> null);
        provider = provider(watching.counted(watching.exportingAtOnce(exporter).build()));
        provider.get("test").spanBuilder("broken").startSpan().end();
        make(1);

        AnsweringExporter.Export whole = exporter.exports.take();
        whole.result().succeed();
        assertThat(whole.spans()).extracting(SpanData::getName).containsExactly("made");
        assertThat(watching.reports().get(0).dropped()).containsExactly(Map.entry(DropCause.NOT_READABLE, 1L));
        assertThat(watching.reports().get(0).exported()).isEqualTo(1);
    }

    private static SpanData lookThrough(SpanData span) {
        if (span.getName().equals("broken"))
            throw new IllegalStateException("cannot be read");
        return span;
    }

    @Test
    void whereTheApplicationHasWrappedTheProcessorWhatBecameOfSpansStillAddsUp() throws InterruptedException {
        provider = provider(SpanProcessor.composite(exports.counted(
                SpanProcessor.composite(exports.batching(exporter).setScheduleDelay(Duration.ofMillis(1)).build(),
                        new Ignoring()))));
        make(1);
        AnsweringExporter.Export export = exporter.exports.take();
        assertThat(exports.reports().get(1).waiting()).isEqualTo(1);
        export.result().succeed();

        assertThat(exports.reports().get(1)).satisfies(report -> {
            assertThat(report.made()).isEqualTo(1).isEqualTo(report.exported());
            assertThat(report.waiting()).isZero();
        });
    }

    @Test
    void anAnswerThatNeverComesIsUnansweredOnceTheExporterIsClosed() throws InterruptedException {
        make(1);
        exporter.exports.take();
        CompletableResultCode shutdown = provider.shutdown();
        shutdown.join(10, TimeUnit.SECONDS);

        assertThat(report().dropped()).containsExactly(Map.entry(DropCause.UNANSWERED, 1L));
        assertThat(report().waiting()).isZero();
    }

    @Test
    void aLateAnswerChangesNothingAnyMore() throws InterruptedException {
        make(1);
        AnsweringExporter.Export export = exporter.exports.take();
        provider.shutdown().join(10, TimeUnit.SECONDS);
        export.result().succeed();

        assertThat(report().exported()).isZero();
    }

    @Test
    void aSpanThatEndsAfterTheShutdownIsLostToIt() {
        Span late = provider.get("test").spanBuilder("late").startSpan();
        provider.shutdown().join(10, TimeUnit.SECONDS);
        late.end();

        assertThat(report().dropped()).containsExactly(Map.entry(DropCause.SHUTDOWN, 1L));
        assertThat(report().waiting()).isZero();
    }

    @Test
    void whatTheEndOfTheApplicationFindsWaitingIsLostToIt() throws InterruptedException {
        make(1);
        exporter.exports.take();
        make(3);
        exports.end();

        assertThat(report().dropped()).containsOnly(Map.entry(DropCause.UNANSWERED, 1L),
                Map.entry(DropCause.SHUTDOWN, 3L));
        assertThat(report().waiting()).isZero();
    }

    @Test
    void aProcessorThatExportsNothingIsLeftAlone() {
        exports.counted(exports.batching(SpanExporter.composite()).build()).shutdown();

        assertThat(exports.reports()).hasSize(1);
    }

    @Test
    void itAddsUpAtAnyMomentWhateverHappens() {
        AtomicInteger exported = new AtomicInteger();
        provider = provider(exports.counted(exports.batching(new Fickle(exported)).setMaxQueueSize(QUEUE)
                .setMaxExportBatchSize(8).setScheduleDelay(Duration.ofMillis(1)).build()));
        List<Thread> makers = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            makers.add(new Thread(() -> make(5_000)));
        makers.forEach(Thread::start);
        for (Thread maker : makers) {
            while (maker.isAlive())
                assertThat(exports.reports().get(1).waiting()).isNotNegative();
        }

        ExportReport report = await().until(() -> exports.reports().get(1), now -> now.waiting() == 0);
        assertThat(report.made()).isEqualTo(20_000).isEqualTo(report.exported() + report.droppedInAll());
        assertThat(report.exported()).isEqualTo(exported.get());
    }

    private SpanProcessor batching() {
        return exports.counted(exports.batching(exporter).setMaxQueueSize(QUEUE).setMaxExportBatchSize(4)
                .setScheduleDelay(Duration.ofMillis(1)).setExporterTimeout(Duration.ofSeconds(1)).build());
    }

    private static SdkTracerProvider provider(SpanProcessor processor) {
        return SdkTracerProvider.builder().addSpanProcessor(processor).build();
    }

    private void make(int spans) {
        for (int i = 0; i < spans; i++)
            provider.get("test").spanBuilder("made").startSpan().end();
    }

    private void succeedAll(int spans) throws InterruptedException {
        int succeeded = 0;
        while (succeeded < spans) {
            AnsweringExporter.Export export = exporter.exports.take();
            succeeded += export.spans().size();
            export.result().succeed();
        }
    }

    private ExportReport report() {
        return exports.reports().get(0);
    }

    private ExportReport settled() {
        return await().until(this::report, report -> report.waiting() == 0);
    }

    private static final class Ignoring implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // not asked to
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            // not asked to
        }

        @Override
        public boolean isEndRequired() {
            return false;
        }
    }

    private static final class RecordOnly implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return SamplingResult.recordOnly();
        }

        @Override
        public String getDescription() {
            return "RecordOnly";
        }
    }

    private static final class Throwing implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    /** Succeeds, fails, throws in turn. */
    private static final class Fickle implements SpanExporter {

        private final AtomicInteger exported;
        private int turn;

        Fickle(AtomicInteger exported) {
            this.exported = exported;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            turn = (turn + 1) % 3;
            if (turn == 0)
                throw new IllegalStateException("out of order");
            if (turn == 1)
                return CompletableResultCode.ofFailure();
            exported.addAndGet(spans.size());
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
