package dev.foundation.tracing.threads;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static dev.foundation.tracing.Spans.wrap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.SpanAction;
import dev.foundation.tracing.SpanRuntime;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A trace goes on wherever its work is done. */
class OtherThreadsTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    /** One thread, which every task has to share. */
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void onARawThread() throws Exception {
        Thread thread = withSpan("order.place", () -> {
            PropagatedContext context = propagateContext();
            return started(new Thread(() -> withPropagatedContext(context, OtherThreadsTest::ship)));
        });
        thread.join();

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void onARawThreadWithAWrappedTask() throws Exception {
        Thread thread = withSpan("order.place", () -> started(new Thread(wrap(shipping()))));
        thread.join();

        assertOrderIsShippedInItsTrace();
    }

    private static Thread started(Thread thread) {
        thread.start();
        return thread;
    }

    @Test
    void onAnExecutorWithAWrappedCallable() throws Exception {
        Callable<String> ship = OtherThreadsTest::ship;

        String state = withSpan("order.place", () -> pool.submit(wrap(ship)).get());

        assertThat(state).isEqualTo("shipped");
        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inACompletableFutureOnAWrappedExecutor() throws Exception {
        CompletableFuture<String> state = withSpan("order.place",
                () -> CompletableFuture.supplyAsync(OtherThreadsTest::ship, wrap(pool)));

        assertThat(state.get()).isEqualTo("shipped");
        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inAStageThatFollowsOnAWrappedExecutor() throws Exception {
        CompletableFuture<String> packed = new CompletableFuture<>();
        CompletableFuture<String> shipped = withSpan("order.place", () -> packed
                .thenApplyAsync(wrapped(state -> withSpan("order.ship", () -> state + " and shipped")), wrap(pool)));

        packed.complete("packed");

        assertThat(shipped.get()).isEqualTo("packed and shipped");
        assertOrderIsShippedInItsTrace();
    }

    /** The executor is asked when the stage before completes: what is current then says nothing of where this was written. */
    private static <T, R> Function<T, R> wrapped(Function<T, R> function) {
        PropagatedContext context = propagateContext();
        return value -> withPropagatedContext(context, () -> function.apply(value));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void onAVirtualThread() throws Exception {
        Thread thread = withSpan("order.place",
                () -> (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, wrap(shipping())));
        thread.join();

        assertOrderIsShippedInItsTrace();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void onAnExecutorOfVirtualThreads() throws Exception {
        ExecutorService virtual = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);

        withSpan("order.place", () -> {
            PropagatedContext context = propagateContext();
            virtual.submit(() -> withPropagatedContext(context, OtherThreadsTest::ship)).get();
        });

        virtual.shutdown();
        assertOrderIsShippedInItsTrace();
    }

    @Test
    void throughABlockingQueueToAWorker() throws Exception {
        BlockingQueue<Runnable> parcels = new LinkedBlockingQueue<>();
        withSpan("order.place", () -> parcels.put(wrap(shipping())));

        Runnable parcel = pool.submit(parcels::take).get();
        pool.submit(parcel).get();

        assertOrderIsShippedInItsTrace();
    }

    private static String ship() {
        return withSpan("order.ship", () -> "shipped");
    }

    private static Runnable shipping() {
        return OtherThreadsTest::ship;
    }

    private void assertOrderIsShippedInItsTrace() {
        SpanData shipped = spans.named("order.ship");
        assertThat(shipped.getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(shipped.getTraceId()).isEqualTo(spans.named("order.place").getTraceId());
    }

    @Test
    void baggageGoesWithAWrappedTask() throws Exception {
        Callable<String> read = () -> String.valueOf(Baggage.current().getEntryValue("fault.payments"));
        try (Scope ignored = Baggage.builder().put("fault.payments", "slow").build().makeCurrent()) {
            assertThat(pool.submit(wrap(read)).get()).isEqualTo("slow");
        }
    }

    @Test
    void whatAWrappedTaskThrowsIsThrown() {
        Callable<String> failing = () -> {
            throw new IOException("no space left");
        };

        assertThatThrownBy(() -> wrap(failing).call()).isInstanceOf(IOException.class);
    }

    @Test
    void withTracingOffATaskIsLeftAsItIs() {
        SpanRuntime.install(null);

        Runnable shipping = shipping();
        assertThat(wrap(shipping)).isSameAs(shipping);
    }

    @Test
    void theNextTaskOfAPoolIsNotInTheTraceOfTheOneBefore() throws Exception {
        withSpan("order.place", () -> pool.submit(wrap(shipping())).get());

        assertThat(isSomethingCurrentInThePool()).isFalse();
    }

    @Test
    void aSpanThatAWrappedTaskNeverClosesIsNotCurrentInTheNext() throws Exception {
        withSpan("order.place", () -> pool.submit(wrap(() -> {
            startSpan("order.lost");
        })).get());

        assertThat(isSomethingCurrentInThePool()).isFalse();
    }

    @Test
    void aSpanThatIsNeverClosedInAPropagatedContextIsNotCurrentInTheNextTask() throws Exception {
        PropagatedContext context = withSpan("order.place", () -> propagateContext());

        pool.submit(() -> withPropagatedContext(context, (SpanAction<RuntimeException>) () -> startSpan("order.lost"))).get();

        assertThat(isSomethingCurrentInThePool()).isFalse();
    }

    @Test
    void aSpanThatIsClosedOnAnotherThreadIsNotTheParentOfTheNextTasksSpans() throws Exception {
        pool.submit(() -> startSpan("request.one")).get().close();

        pool.submit(() -> withSpan("request.two", () -> "done")).get();

        assertThat(spans.named("request.two").getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void aTaskThatWasWrappedOutsideAnyTraceIsOutsideEvenWhereOneWasLeftOpen() throws Exception {
        pool.submit(() -> startSpan("order.lost")).get();

        assertThat(pool.submit(wrap(OtherThreadsTest::isSomethingCurrent)).get()).isFalse();
    }

    private boolean isSomethingCurrentInThePool() throws Exception {
        return pool.submit(OtherThreadsTest::isSomethingCurrent).get();
    }

    private static boolean isSomethingCurrent() {
        return Span.current().getSpanContext().isValid();
    }
}
