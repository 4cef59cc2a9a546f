package dev.foundation.tracing.runtime.diagnostics;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.withSpan;
import static dev.foundation.tracing.Spans.wrap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.diagnostics.LostContext.Kind;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.trace.SpanKind;

class LostContextsTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final LostContexts lost = new LostContexts(true);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @BeforeEach
    void look() {
        lookingWith(lost);
    }

    @AfterEach
    void shutdown() {
        executor.shutdownNow();
    }

    @Test
    void anAttributeWithoutASpanIsCountedForEachLine() {
        for (int i = 0; i < 3; i++)
            addAttributes("order.id", "7");
        addAttributes("order.id", "7");

        assertThat(lost.found()).extracting(LostContext::count).containsExactly(3L, 1L);
        assertThat(lost.found().get(0).kind()).isEqualTo(Kind.NO_SPAN);
        assertThat(lost.found().get(0).callSite()).contains("LostContextsTest.java:");
    }

    @Test
    void aTaskOfAnExecutorThatBeginsATraceHasLostItsOwn() throws Exception {
        withSpan("order.place", () -> executor.submit(() -> withSpan("order.ship", () -> "shipped")).get());

        LostContext found = lost.found().get(0);
        assertThat(found.kind()).isEqualTo(Kind.NEW_TRACE);
        assertThat(found.what()).isEqualTo("order.ship");
        assertThat(found.callSite()).contains("LostContextsTest.java:");
        assertThat(found.thread()).startsWith("pool-");
        assertThat(lost.found()).hasSize(1);
    }

    @Test
    void soHasATaskOfACompletableFuture() throws Exception {
        withSpan("order.place", () -> CompletableFuture.supplyAsync(() -> withSpan("order.bill", () -> "billed")).get());

        assertThat(lost.found()).extracting(LostContext::what).containsExactly("order.bill");
    }

    @Test
    void aTaskThatIsWrappedHasLostNothing() throws Exception {
        withSpan("order.place", () -> executor.submit(wrap(() -> withSpan("order.ship", () -> "shipped"))).get());

        assertThat(lost.found()).isEmpty();
    }

    @Test
    void aSpanThatIsDeclaredARootMayBeginATraceAnywhere() throws Exception {
        executor.submit(() -> withSpan("job.run", SpanOptions.ofRoot(), () -> "run")).get();
        executor.submit(() -> withSpan("mail.receive", SpanOptions.ofKind(SpanKind.CONSUMER), () -> "received")).get();

        assertThat(lost.found()).isEmpty();
    }

    @Test
    void whatATimerDoesBeginsATrace() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.schedule(() -> withSpan("job.run", () -> "run"), 1, TimeUnit.MILLISECONDS).get();
        timer.shutdownNow();

        assertThat(lost.found()).isEmpty();
    }

    @Test
    void soItDoesInProduction() throws Exception {
        LostContexts counting = new LostContexts(false);
        lookingWith(counting);

        whatATimerDoesBeginsATrace();
        whatATimerDoesBeginsATrace();
        executor.submit(() -> withSpan("order.ship", () -> "shipped")).get();

        assertThat(counting.found()).extracting(LostContext::what).containsExactly("order.ship");
    }

    @Test
    void aTestOrAMainProgramMayBeginATrace() {
        withSpan("order.place", () -> "placed");

        assertThat(lost.found()).isEmpty();
    }

    @Test
    void aThreadWithoutANameMayUnlessTheSpanIsElsewhereInsideOthers() throws InterruptedException {
        Runnable loop = () -> withSpan("lost.loop", () -> "once");
        run(loop);
        assertThat(lost.found()).isEmpty();

        withSpan("order.place", () -> withSpan("lost.loop", () -> "inside"));
        run(loop);
        assertThat(lost.found()).extracting(LostContext::what).containsExactly("lost.loop");
    }

    private static void run(Runnable task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
    }

    @Test
    void inProductionNamesStandForLines() throws Exception {
        LostContexts counting = new LostContexts(false);
        lookingWith(counting);

        addAttributes("order.id", "7");
        executor.submit(() -> withSpan("order.ship", () -> "shipped")).get();

        assertThat(counting.found()).extracting(LostContext::what).containsExactlyInAnyOrder("order.id", "order.ship");
        assertThat(counting.found()).extracting(LostContext::callSite).containsOnly("");
    }

    @Test
    void namesThatAreMadeUpTakeNoMemoryBeyondABound() {
        for (int i = 0; i < 2_000; i++)
            lost.spanMissing("made.up_" + i);

        assertThat(lost.found()).hasSize(1_000);
    }

    private void lookingWith(LostContexts looking) {
        spans.install(new SpanOpener(spans.tracer(), true, new Failures(Set.of()),
                Observations.lookingFor(new UnendedSpans(true, Duration.ofMinutes(10)), looking)));
    }
}
