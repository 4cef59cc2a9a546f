package dev.foundation.tracing.deployment.faulttolerance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** Each of many calls at once has what happened to it, and nothing of the others. */
class CrowdedGuardsTest {

    private static final int CALLERS = 8;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Crowded.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Crowded bean;

    private ExecutorService callers;

    @BeforeEach
    void begin() {
        spans.forget();
        callers = Executors.newFixedThreadPool(CALLERS);
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void aBulkheadRejectsThoseThatAreTooMany() throws InterruptedException {
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < Crowded.PLACES; i++)
            calls.add(callers.submit(() -> bean.narrow()));
        bean.inside.acquire(Crowded.PLACES);
        for (int i = Crowded.PLACES; i < CALLERS; i++)
            calls.add(callers.submit(() -> bean.narrow()));

        await().until(() -> spans.all().size() == CALLERS - Crowded.PLACES);
        assertThat(outcomes("crowded.narrow")).containsOnly(Map.entry("rejected", (long) CALLERS - Crowded.PLACES));
        bean.leave.countDown();
        calls.forEach(CrowdedGuardsTest::awaitEnd);
        assertThat(outcomes("crowded.narrow")).containsEntry("success", (long) Crowded.PLACES);
    }

    @Test
    void aCallThatHasToQueueBeginsItsAttemptWhenItsTurnHasCome() throws InterruptedException {
        CompletionStage<String> first = bean.queued();
        CompletionStage<String> second = bean.queued();
        bean.run.countDown();
        first.toCompletableFuture().join();
        second.toCompletableFuture().join();

        await().until(() -> outcomes("crowded.queued").equals(Map.of("success", 2L)));
        List<SpanData> attempts = named("attempt").sorted(Comparator.comparing(SpanData::getStartEpochNanos)).toList();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(1).getStartEpochNanos()).isGreaterThanOrEqualTo(attempts.get(0).getEndEpochNanos());
    }

    @Test
    void aBreakerOpensOnceAndPreventsThoseThatComeLater() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(CALLERS);
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++)
            calls.add(callers.submit(() -> {
                together.countDown();
                together.await();
                for (int call = 0; call < 4; call++)
                    ignoringFailure(() -> bean.broken());
                return "";
            }));
        calls.forEach(CrowdedGuardsTest::awaitEnd);

        assertThat(spans.all().stream().flatMap(span -> span.getEvents().stream())
                .filter(event -> event.getName().equals("circuit_breaker.opened"))).hasSize(1);
        Map<String, Long> outcomes = outcomes("crowded.broken");
        assertThat(outcomes.get("failed")).isGreaterThanOrEqualTo(8);
        assertThat(outcomes.get("failed") + outcomes.get("prevented")).isEqualTo(4L * CALLERS);
        assertThat(spans.all().stream().filter(span -> span.getName().equals("attempt")).count())
                .isEqualTo(outcomes.get("failed"));
    }

    @Test
    void retriedCallsOfManyThreadsKeepTheirAttemptsApart() {
        Random random = new Random(20);
        ThreadLocal<Integer> failures = new ThreadLocal<>();
        Map<Integer, Integer> expected = new ConcurrentHashMap<>();
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            int failing = random.nextInt(4);
            expected.put(number, failing + 1);
            calls.add(callers.submit(() -> Spans.withSpan("caller", "caller.number", number, () -> {
                failures.set(failing);
                return bean.retried(number, failures);
            })));
        }
        calls.forEach(CrowdedGuardsTest::awaitEnd);

        Map<String, SpanData> byId = new HashMap<>();
        spans.all().forEach(span -> byId.put(span.getSpanId(), span));
        List<SpanData> guards = named("crowded.retried").toList();
        assertThat(guards).hasSize(200).allSatisfy(guard -> {
            Long number = byId.get(guard.getParentSpanId()).getAttributes().get(AttributeKey.longKey("caller.number"));
            long attempts = expected.get(number.intValue());
            assertThat(guard.getAttributes().get(AttributeKey.longKey("fault_tolerance.attempts"))).isEqualTo(attempts);
            assertThat(named("attempt").filter(attempt -> attempt.getParentSpanId().equals(guard.getSpanId())))
                    .extracting(attempt -> attempt.getAttributes().get(GuardedSpans.ATTEMPT))
                    .hasSize((int) attempts).doesNotHaveDuplicates();
        });
    }

    private Stream<SpanData> named(String name) {
        return spans.all().stream().filter(span -> span.getName().equals(name));
    }

    private Map<String, Long> outcomes(String name) {
        Function<SpanData, String> outcome = span -> span.getAttributes()
                .get(AttributeKey.stringKey("fault_tolerance.outcome"));
        return named(name).collect(groupingBy(outcome, counting()));
    }

    private static void awaitEnd(Future<String> call) {
        ignoringFailure(call::get);
    }

    private static void ignoringFailure(Callable<String> call) {
        try {
            call.call();
        } catch (Exception e) {
            // what matters is what its span says
        }
    }
}
