package dev.foundation.tracing.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.common.CompletableResultCode;

/** What operators read when exports fail, and how often. */
class ExportLogTest {

    private static final int BATCH = 512;

    private final TestTime time = new TestTime();
    private final ExportPipeline pipeline = new ExportPipeline(new ExportTarget("grpc", "http://tempo:4317"), time);
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstFailureIsToldAtOnceWithEndpointReasonAndAdvice() {
        fail();

        assertThat(log.only()).isEqualTo("WARN Failed to export spans to http://tempo:4317 (grpc): Connection refused. "
                + "512 spans are lost. Check that something listens there, and quarkus.otel.exporter.otlp.endpoint. "
                + "This is told once a minute as long as it lasts.");
    }

    @Test
    void thereIsOneSummaryAMinuteWithWhatWasLostSince() {
        for (int seconds = 0; seconds <= 125; seconds += 5) {
            fail();
            time.pass(Duration.ofSeconds(5));
        }

        assertThat(log.all()).hasSize(3);
        assertThat(log.all().get(1)).isEqualTo("WARN Spans still cannot be exported to http://tempo:4317 (grpc): "
                + "Connection refused. 6656 spans were lost in 60 s.");
        assertThat(log.all().get(2)).contains("12800 spans were lost in 2 min");
    }

    @Test
    void thereIsOneLineWhenItWorksAgain() {
        fail();
        time.pass(Duration.ofSeconds(30));
        succeed();
        succeed();

        assertThat(log.all()).hasSize(2);
        assertThat(log.all().get(1)).isEqualTo(
                "INFO Spans are exported to http://tempo:4317 (grpc) again. 512 spans were lost in 30 s.");
    }

    @Test
    void aTargetThatComesAndGoesDoesNotFillTheLog() {
        for (int i = 0; i < 10; i++) {
            fail();
            time.pass(Duration.ofSeconds(1));
            succeed();
        }

        assertThat(log.all()).hasSize(2);
    }

    @Test
    void whatWasNotToldIsToldWhenTheMinuteIsOver() {
        fail();
        succeed();
        fail();
        succeed();
        time.pass(Duration.ofMinutes(1));
        log.forget();

        fail();

        assertThat(log.only()).contains("1024 spans are lost");
    }

    @Test
    void aQueueThatIsFullIsToldThoughExportsSucceed() {
        pipeline.counts().dropped(DropCause.QUEUE_FULL, 7);
        succeed();

        assertThat(log.only()).isEqualTo("WARN 7 spans were lost on their way to http://tempo:4317 (grpc) (queue full 7). "
                + "Keep fewer traces, or raise quarkus.otel.bsp.max.queue.size.");
    }

    @Test
    void adviceIsAboutWhatLostTheMost() {
        fail();
        succeed();
        fail();
        succeed();
        time.pass(Duration.ofMinutes(1));
        log.forget();

        succeed();

        assertThat(log.only()).isEqualTo("WARN 512 spans were lost on their way to http://tempo:4317 (grpc) (unreachable 512). "
                + "Check that something listens there, and quarkus.otel.exporter.otlp.endpoint.");
    }

    @Test
    void aShortTroubleIsToldInMilliseconds() {
        fail();
        time.pass(Duration.ofMillis(780));
        succeed();

        assertThat(log.all().get(1)).contains("lost in 780 ms.");
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        pipeline.counts().dropped(DropCause.QUEUE_FULL, 7);
        succeed();
        time.pass(Duration.ofMinutes(1));
        pipeline.counts().dropped(DropCause.QUEUE_FULL, 2);
        log.forget();

        succeed();

        assertThat(log.only()).contains("2 spans were lost").contains("(queue full 2)");
    }

    @Test
    void aBatchThatIsNeverAnsweredIsToldOf() {
        pipeline.send(BATCH);
        time.pass(Duration.ofSeconds(121));
        pipeline.report();

        assertThat(log.only()).contains("no answer within two minutes").contains("512 spans are lost");
    }

    @Test
    void theEndIsOneLineWithAllThatWasLost() {
        for (int i = 0; i < 2 * BATCH + 3; i++)
            pipeline.counts().made();
        succeed();
        fail();
        log.forget();

        pipeline.endOfApplication();

        assertThat(log.only()).isEqualTo("WARN Tracing ends: of 1027 spans 512 were exported to http://tempo:4317 (grpc); "
                + "lost: unreachable 512, shutdown 3");
    }

    @Test
    void theEndIsSilentIfNothingWasLost() {
        succeed();
        pipeline.endOfApplication();

        assertThat(log.all()).isEmpty();
    }

    private void fail() {
        pipeline.end(pipeline.send(BATCH),
                CompletableResultCode.ofExceptionalFailure(new ConnectException("Connection refused")));
    }

    private void succeed() {
        pipeline.end(pipeline.send(BATCH), CompletableResultCode.ofSuccess());
    }
}
