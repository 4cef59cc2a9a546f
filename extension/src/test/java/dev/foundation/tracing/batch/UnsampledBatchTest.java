package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.sun.management.ThreadMXBean;

import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.SpanRuntime;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;

class UnsampledBatchTest {

    private static final int BATCHES = 2_000;
    private static final List<String> ITEMS = Collections.nCopies(200, "tea-01");

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()));

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void belowASpanThatIsNotSampledABatchAllocatesWhatItsResultNeedsAndNoMore() {
        long unsampled;
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            unsampled = bytesOfABatch();
        }
        SpanRuntime.install(null);
        long withTracingOff = bytesOfABatch();

        assertThat(unsampled).isLessThanOrEqualTo(withTracingOff + 8);
        assertThat(spans.ended()).isEmpty();
    }

    private long bytesOfABatch() {
        run(); // what is there once, such as lambdas
        long before = threads.getCurrentThreadAllocatedBytes();
        run();
        return (threads.getCurrentThreadAllocatedBytes() - before) / BATCHES;
    }

    private static void run() {
        for (int i = 0; i < BATCHES; i++)
            batch("order.items", ITEMS).summarisedOver(10).each(item -> item);
    }
}
