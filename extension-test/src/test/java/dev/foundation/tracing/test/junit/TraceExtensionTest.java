package dev.foundation.tracing.test.junit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.collect.SpanCollector;
import dev.foundation.tracing.test.collect.TraceCollector;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Plain JUnit, a plain service, and the collector. */
class TraceExtensionTest {

    private static final int AT_ONCE = 4;

    private static TraceCollector collector;
    private static PlainService service;

    @BeforeAll
    static void start() {
        collector = TraceCollector.start();
        service = PlainService.start(SpanProcessor.composite(new SpanCollector(), SimpleSpanProcessor
                .create(OtlpGrpcSpanExporter.builder().setEndpoint(collector.otlpGrpc().toString()).build())));
    }

    @AfterAll
    static void stop() {
        service.close();
        collector.close();
    }

    @Test
    void testsThatRunAtTheSameTimeEachHaveTheirOwnTraces() {
        run(AtTheSameTime.class).testEvents()
                .assertStatistics(statistics -> statistics.succeeded(AtTheSameTime.REPETITIONS).failed(0));
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AtTheSameTime {

        static final int REPETITIONS = AT_ONCE;
        // Two suffice for one to see the other's; how many more JUnit lets run at once is its own affair.
        private static final CountDownLatch BEGUN = new CountDownLatch(2);
        private static final CountDownLatch SENT = new CountDownLatch(2);

        @RegisterExtension
        static final TraceExtension TRACES = TraceExtension.of(() -> collector);

        @RepeatedTest(REPETITIONS)
        void sendsRequestsAmongTheOthers(TestTraces traces) throws InterruptedException {
            String path = "/" + traces.hashCode() + "/" + Thread.currentThread().getId();
            meet(BEGUN);
            get(path);
            get(path);
            meet(SENT);

            List<Trace> all = traces.all();

            assertThat(all).hasSize(2).allSatisfy(trace -> assertThat(trace.roots()).singleElement()
                    .satisfies(root -> assertThat(root.attributes()).containsEntry("url.path", path)));
            assertThat(all).allSatisfy(trace -> assertThat(trace.spans()).hasSize(2));
        }

        private static void meet(CountDownLatch others) throws InterruptedException {
            others.countDown();
            assertThat(others.await(20, TimeUnit.SECONDS)).as("another test runs at the same time").isTrue();
        }
    }

    @Test
    void aTestThatFailsForAnotherReasonShowsItsTraces() {
        TestExecutionResult result = run(Fails.class).testEvents().failed().stream().findFirst().orElseThrow()
                .getRequiredPayload(TestExecutionResult.class);

        assertThat(result.getThrowable().orElseThrow()).hasMessage("the price is wrong");
        assertThat(result.getThrowable().orElseThrow().getSuppressed()).singleElement()
                .satisfies(shown -> assertThat(shown).hasMessageContaining("└╴work"));
    }

    @TraceTest
    static class Fails {

        @Test
        void forAReasonOfItsOwn() {
            get("/orders");
            throw new AssertionError("the price is wrong");
        }
    }

    @Test
    void aTraceThatBeginsBeforeAllTestsIsNotATests() {
        run(BeforeAllTests.class).testEvents().assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    }

    @TraceTest
    static class BeforeAllTests {

        private static Trace before;

        @BeforeAll
        static void order(TestTraces traces) {
            get("/before");
            before = traces.only();
        }

        @Test
        void hasATraceOfItsOwn(TestTraces traces) {
            get("/test");

            assertThat(Set.of(traces.only().traceId(), before.traceId())).hasSize(2);
        }
    }

    @Test
    void aRequestThatIsNeverTracedIsNotWaitedFor() {
        run(UntracedToo.class).testEvents().assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    }

    @TraceTest
    static class UntracedToo {

        @Test
        void hasOneTrace(TestTraces traces) {
            get("/untraced");
            get("/traced");

            assertThat(traces.only().roots().get(0).attributes()).containsEntry("url.path", "/traced");
        }
    }

    @Test
    void aConstructorIsToldWhereTheTracesAre() {
        TestExecutionResult result = run(InAConstructor.class).testEvents().failed().stream().findFirst().orElseThrow()
                .getRequiredPayload(TestExecutionResult.class);

        assertThat(result.getThrowable().orElseThrow()).hasMessageContaining("take them as a parameter of the test method");
    }

    @TraceTest
    static class InAConstructor {

        InAConstructor(TestTraces traces) {
            assertThat(traces).isNotNull();
        }

        @Test
        void neverRuns() {
            throw new AssertionError("no test without its traces");
        }
    }

    private static void get(String path) {
        given().baseUri(service.address().toString()).get(path).then().statusCode(204);
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "" + AT_ONCE).execute();
    }
}
