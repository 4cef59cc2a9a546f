package dev.foundation.tracing.deployment.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class ObservedExampleTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Outbox.class, SlowSpans.class, EndedSpans.class, CapturedLog.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Outbox outbox;

    @Inject
    EndedSpans spans;

    @Test
    void anEventThatWouldBeTooManyIsRecordedNowAndThen() {
        assertThat(outbox.offer("first")).isTrue();
        for (int i = 0; i < 3; i++)
            assertThat(outbox.offer("too many")).isFalse();

        List<SpanData> offers = spans.all().stream().filter(span -> span.getName().equals("outbox.offer")).toList();
        assertThat(offers).extracting(span -> span.getEvents().size()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void whatFailsIsToldToTheListenerAndCounted() {
        try (CapturedLog log = CapturedLog.of(SlowSpans.class.getName())) {
            assertThatThrownBy(outbox::send).isInstanceOf(IllegalStateException.class);

            assertThat(log.lines()).extracting(CapturedLog.Line::message).singleElement().asString()
                    .startsWith("outbox.send: ERROR after ").endsWith("trace " + spans.named("outbox.send").getTraceId());
        }
        assertThat(outbox.failsMost()).hasValueSatisfying(point -> assertThat(point.name()).isEqualTo("outbox.send"));
    }
}
