package dev.foundation.tracing.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.common.CompletableResultCode;

class ExportPipelineTest {

    private final TestTime time = new TestTime();
    private final ExportPipeline pipeline = new ExportPipeline(new ExportTarget("grpc", "http://tempo:4317"), time);

    @Test
    void aBatchWaitsAsLongAsItsSenderMayTry() {
        send(3);
        time.pass(Duration.ofSeconds(119));

        assertThat(pipeline.report().waiting()).isEqualTo(3);
    }

    @Test
    void anAnswerThatComesAfterTheProcessorGaveUpStillCounts() {
        SentBatch batch = send(3);
        time.pass(Duration.ofSeconds(60));
        pipeline.end(batch, CompletableResultCode.ofSuccess());

        assertThat(pipeline.report().exported()).isEqualTo(3);
    }

    @Test
    void aBatchThatIsNeverAnsweredIsGivenUpAndItsLateAnswerIsNotCounted() {
        SentBatch batch = send(3);
        time.pass(Duration.ofSeconds(121));

        assertThat(pipeline.report().dropped()).containsExactly(Map.entry(DropCause.UNANSWERED, 3L));
        pipeline.end(batch, CompletableResultCode.ofSuccess());
        assertThat(pipeline.report().exported()).isZero();
    }

    @Test
    void whatIsGivenUpIsSoWithoutAnybodyWhoReads() {
        send(3);
        time.pass(Duration.ofSeconds(121));
        send(1);

        assertThat(pipeline.counts().dropped(DropCause.UNANSWERED)).isEqualTo(3);
    }

    @Test
    void theReportSaysWhetherTheLastExportFailed() {
        assertThat(pipeline.report().failing()).isFalse();
        pipeline.end(send(1), CompletableResultCode.ofExceptionalFailure(new IOException("reset")));
        assertThat(pipeline.report().failing()).isTrue();
        assertThat(pipeline.report().lastFailure())
                .isEqualTo(new ExportFailure(time.now(), DropCause.CONNECTION_LOST, "reset"));
        pipeline.end(send(1), CompletableResultCode.ofSuccess());
        assertThat(pipeline.report().failing()).isFalse();
        assertThat(pipeline.report().lastSuccess()).isEqualTo(time.now());
    }

    @Test
    void nothingIsSentOnceItIsClosed() {
        pipeline.close();

        assertThat(pipeline.send(1)).isNull();
    }

    private SentBatch send(int spans) {
        for (int i = 0; i < spans; i++)
            pipeline.counts().made();
        return pipeline.send(spans);
    }
}
