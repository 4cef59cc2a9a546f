package dev.foundation.tracing.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.demo.launch.ShopPorts;

/** That a packaged service knows what became of each of its spans, whatever happened to it and to the store. */
class ExactExportIT {

    private static final int SOME = 200;
    /** The request, its booking, and what is asked of the provider. */
    private static final int SPANS_OF_A_PAYMENT = 4;

    private final ShopPorts ports = ShopPorts.free();
    private SpanSink sink;
    private PaymentsProcess payments;

    @BeforeEach
    void begin() throws Exception {
        sink = new SpanSink(ports.otlpGrpc());
        payments = PaymentsProcess.exportingTo(sink.address(), ports.payments());
        payments.beginCalls();
        payments.awaitAnswers(SOME);
    }

    @AfterEach
    void end() throws Exception {
        payments.close();
        sink.close();
    }

    @Test
    void whenNothingGoesWrongTheStoreHasEverySpanOfEveryPayment() throws Exception {
        payments.endCalls();

        FinalCount count = payments.terminate();

        assertThat(count.allLost()).isZero();
        assertThat(count.made()).isEqualTo(count.exported()).isEqualTo(sink.distinctSpans())
                .isEqualTo((long) SPANS_OF_A_PAYMENT * payments.paid());
    }

    @Test
    void whenItEndsInTheMiddleOfItsWorkEverySpanIsAccountedFor() throws Exception {
        FinalCount count = payments.terminate();

        assertAddsUp(count);
        assertThat(count.exported()).isGreaterThan(SOME);
    }

    @Test
    void whenTheStoreIsDownAndUpAgainUnderLoadEverySpanIsAccountedForAndTheLogIsShort() throws Exception {
        sink.down();
        awaitLine("Failed to export spans to " + sink.address());
        payments.awaitAnswers(SOME); // nobody waits for a store that is down
        sink.up();
        awaitLine("Spans are exported to " + sink.address() + " (grpc) again");
        payments.awaitAnswers(SOME);

        List<String> log = payments.log(); // requests that the end breaks off have lines of their own

        FinalCount count = payments.terminate();

        assertAddsUp(count);
        assertThat(count.allLost()).isPositive();
        assertThat(log).filteredOn(line -> line.contains("xport")).hasSizeLessThanOrEqualTo(3);
        assertThat(log).noneMatch(line -> line.contains("TraceRequestMarshaler") || line.startsWith("\tat "));
    }

    private void assertAddsUp(FinalCount count) {
        assertThat(count.made()).isEqualTo(count.exported() + count.allLost());
        // Of a payment that the end breaks off some have ended.
        assertThat(count.made()).isBetween((long) SPANS_OF_A_PAYMENT * payments.paid() - PaymentsProcess.CALLERS,
                (long) SPANS_OF_A_PAYMENT * (payments.paid() + PaymentsProcess.CALLERS));
        assertThat(sink.distinctSpans()).isBetween(count.exported(), count.exported() + count.mayHaveArrived());
    }

    private void awaitLine(String text) {
        await(text).atMost(Duration.ofSeconds(60)).until(() -> payments.log().stream().anyMatch(line -> line.contains(text)));
    }
}
