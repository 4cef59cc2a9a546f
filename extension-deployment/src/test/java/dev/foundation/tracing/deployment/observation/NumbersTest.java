package dev.foundation.tracing.deployment.observation;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.SpanNumbers;
import dev.foundation.tracing.control.SpanPointNumbers;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.QuarkusUnitTest;

/** What is counted of spans, as a bean and in Micrometer. */
class NumbersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Shop shop;

    @Inject
    SpanNumbers numbers;

    @Inject
    MeterRegistry registry;

    @Test
    void aTracedMethodIsAPlaceOfItsOwnThatIsCountedWhereverItIsCalled() {
        SpanPointNumbers before = at("order");
        shop.order("tea-01");
        shop.reorder("tea-01");
        assertThatThrownBy(() -> shop.order("")).isInstanceOf(IllegalArgumentException.class);

        SpanPointNumbers order = at("order");
        assertThat(order.name()).isEqualTo("shop.order");
        assertThat(order.started() - before.started()).isEqualTo(3);
        assertThat(order.ended() - before.ended()).isEqualTo(3);
        assertThat(order.failed() - before.failed()).isEqualTo(1);
        assertThat(order.worst()).isPositive().isLessThanOrEqualTo(order.total());
        assertThat(at("reorder").started()).isPositive();
    }

    private SpanPointNumbers at(String method) {
        return numbers.points().stream().filter(point -> point.place().equals(Shop.class.getName() + '.' + method)).findFirst()
                .orElse(new SpanPointNumbers("", "", 0, 0, 0, 0, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void metricsSumUpAllPlacesOfOneName() {
        shop.order("tea-01");
        double started = counted("started", "shop.order");
        shop.order("tea-01");
        shop.orderAsGuest("tea-01");

        assertThat(counted("started", "shop.order") - started).isEqualTo(2);
        assertThat(counted("ended", "shop.order")).isEqualTo(counted("started", "shop.order"));
        assertThat(counted("failed", "shop.order")).isEqualTo(failures());
        assertThat(counted("sampled_out", "shop.order")).isZero();
        assertThat(counted("time", "shop.order")).isPositive();
        assertThat(registry.get("foundation.tracing.span.duration.max").tag("span.name", "shop.order").gauge().value())
                .isPositive().isLessThanOrEqualTo(counted("time", "shop.order"));
    }

    private double failures() {
        return numbers.points().stream().filter(point -> point.name().equals("shop.order"))
                .mapToDouble(SpanPointNumbers::failed).sum();
    }

    @Test
    void aNameThatComesUpWhileRunningHasItsMetricsFromThenOn() {
        assertThat(registry.find("foundation.tracing.span.started").tag("span.name", "shop.close").functionCounter()).isNull();

        withSpan("shop.close", () -> "closed");

        assertThat(counted("ended", "shop.close")).isEqualTo(1);
    }

    @Test
    void whatSpansCostIsMeasured() {
        for (int i = 0; i < 20_000; i++)
            withSpan("shop.count", () -> "counted");

        assertThat(numbers.overhead().measured()).isPositive();
        assertThat(numbers.overhead().perSpan()).isPositive();
        Timer opening = registry.get("foundation.tracing.span.overhead").tag("operation", "open").timer();
        assertThat(opening.count()).isEqualTo(numbers.overhead().measured());
        assertThat(opening.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }

    private double counted(String what, String name) {
        FunctionCounter counter = registry.get("foundation.tracing.span." + what).tag("span.name", name).functionCounter();
        return counter.count();
    }
}
