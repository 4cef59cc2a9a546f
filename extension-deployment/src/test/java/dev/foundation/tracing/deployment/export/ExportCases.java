package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.deployment.export.OtlpServer.Answer;
import dev.foundation.tracing.runtime.export.DropCause;
import dev.foundation.tracing.runtime.export.ExportReport;
import io.quarkus.test.QuarkusUnitTest;

/** What is counted and told of exports, the same by each protocol. */
abstract class ExportCases {

    private static final int SPANS = 40;

    @Inject
    Exports exports;

    private OtlpServer server;
    private ExportReport before;

    static QuarkusUnitTest application(String protocol) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(Exports.class, OtlpServer.class, CapturedLog.class))
                .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address())
                .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.protocol", protocol)
                .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.timeout", "1s")
                .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "50ms");
    }

    abstract String protocol();

    @BeforeEach
    void begin() {
        server = OtlpServer.answering(Answer.TAKE);
        before = exports.settled();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void everySpanThatIsMadeIsExported() {
        exports.make(SPANS);

        ExportReport report = await().until(exports::report, now -> now.exported() - before.exported() == SPANS);
        assertThat(server.taken()).isEqualTo(SPANS);
        assertThat(report.made() - before.made()).isEqualTo(SPANS);
        assertThat(report.waiting()).isZero();
        assertThat(report.failing()).isFalse();
        assertThat(report.lastSuccess()).isNotNull();
        Exports.addUp(report);
    }

    @Test
    void theReportSaysWhereSpansGo() {
        assertThat(exports.report().target().endpoint()).isEqualTo(OtlpServer.address());
        assertThat(exports.report().target().protocol()).isEqualTo(protocol());
    }

    @Test
    void anEndpointThatIsDownIsUnreachable() {
        server.close();
        assertDropped(DropCause.UNREACHABLE, "refused");
    }

    @Test
    void oneThatWantsLessThrottles() {
        server.answer(Answer.THROTTLE);
        assertDropped(DropCause.THROTTLED, protocol().equals("grpc") ? "RESOURCE_EXHAUSTED: said the test" : "429");
    }

    @Test
    void oneThatRefusesSaysWithWhichStatus() {
        server.answer(Answer.REFUSE);
        assertDropped(DropCause.REFUSED, protocol().equals("grpc") ? "UNAUTHENTICATED: said the test" : "401");
    }

    @Test
    void aConnectionThatIsClosedBeforeTheAnswerIsLost() {
        server.answer(Answer.RESET);
        assertDropped(DropCause.CONNECTION_LOST, "closed");
    }

    @Test
    void whatComesAfterAFailureIsExported() {
        server.answer(Answer.REFUSE);
        exports.make(1);
        await().until(() -> exports.report().failing());
        server.answer(Answer.TAKE);

        exports.make(SPANS);

        await().until(() -> exports.report().exported() - before.exported() == SPANS);
        assertThat(server.taken()).isEqualTo(SPANS);
        assertThat(exports.report().failing()).isFalse();
        Exports.addUp(exports.settled());
    }

    @Test
    void quarkusSaysNothingOfItself() {
        try (CapturedLog sender = CapturedLog.of("io.quarkus.opentelemetry.runtime.exporter.otlp.sender")) {
            server.close();
            exports.make(1);
            await().until(() -> exports.report().made() > before.made());
            exports.settled();

            assertThat(sender.lines()).isEmpty();
        }
    }

    private void assertDropped(DropCause cause, String reason) {
        long dropped = exports.dropped(cause);

        exports.make(SPANS);

        await().until(() -> exports.dropped(cause) - dropped == SPANS);
        ExportReport report = exports.settled();
        assertThat(server.taken()).isZero();
        assertThat(report.exported()).isEqualTo(before.exported());
        assertThat(report.failing()).isTrue();
        assertThat(report.lastFailure().cause()).isEqualTo(cause);
        assertThat(report.lastFailure().reason()).contains(reason);
        Exports.addUp(report);
    }
}
