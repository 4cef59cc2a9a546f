package dev.foundation.tracing.deployment.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class ScheduledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class, ReportJobs.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    ReportJobs jobs;

    @Inject
    EndedSpans spans;

    @Test
    void eachRunOfATracedScheduledMethodIsATraceOfItsOwn() {
        List<SpanData> runs = await().until(() -> named("report.refresh"), found -> found.size() >= 2);

        assertThat(runs).noneMatch(run -> run.getParentSpanContext().isValid());
        assertThat(runs).extracting(SpanData::getTraceId).doesNotHaveDuplicates();
    }

    @Test
    void aJobThatIsScheduledInATraceIsATraceOfItsOwnLinkedToThatOne() {
        jobs.order("sales");

        SpanData written = spans.named("report.write");
        SpanData ordered = spans.named("report.order");
        assertThat(written.getParentSpanContext().isValid()).isFalse();
        assertThat(written.getTraceId()).isNotEqualTo(ordered.getTraceId());
        assertThat(written.getLinks()).singleElement()
                .satisfies(link -> assertThat(link.getSpanContext().getSpanId()).isEqualTo(ordered.getSpanId()));
    }

    private List<SpanData> named(String name) {
        return spans.all().stream().filter(span -> span.getName().equals(name)).toList();
    }
}
