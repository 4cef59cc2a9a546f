package dev.foundation.tracing.batch;

import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.BatchResult;
import dev.foundation.tracing.RecordingSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;

class ParallelBatchTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 50).boxed().toList();

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void valuesKeepTheOrderOfTheItems() {
        assertThat(batch("numbers.pass", NUMBERS).parallel(5, pool).each(number -> number).values()).isEqualTo(NUMBERS);
    }

    @Test
    void itemsRunAtTheSameTimeOnTheCallersThreadAndThoseOfThePool() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        batch("numbers.meet", NUMBERS.subList(0, 3)).parallel(3, pool).each(number -> {
            threads.add(Thread.currentThread());
            return allThree.await();
        }).orThrow();

        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void noMoreRunAtOnceThanAreAllowed() {
        AtomicInteger running = new AtomicInteger();
        CyclicBarrier two = new CyclicBarrier(2);

        List<Integer> seen = batch("numbers.count", NUMBERS).parallel(2, pool).each(number -> {
            int now = running.incrementAndGet();
            two.await();
            running.decrementAndGet();
            return now;
        }).values();

        assertThat(seen).hasSize(NUMBERS.size()).allMatch(now -> now <= 2);
    }

    @Test
    void spansOfAllThreadsHangOnTheBatchAndWhatIsInsideOnTheItem() {
        CyclicBarrier both = new CyclicBarrier(2);
        batch("order.items", List.of("a", "b")).itemsNamed("order.item").parallel(2, pool)
                .each(item -> withSpan("item.check", () -> both.await())).orThrow();

        String batchId = spans.named("order.items").getSpanId();
        List<SpanData> items = named("order.item");
        assertThat(items).hasSize(2).allMatch(item -> item.getParentSpanId().equals(batchId));
        assertThat(named("item.check")).extracting(SpanData::getParentSpanId)
                .containsExactlyInAnyOrderElementsOf(items.stream().map(SpanData::getSpanId).toList());
        assertThat(spans.named("order.items").getAttributes().get(longKey("batch.threads"))).isEqualTo(2);
    }

    @Test
    void batchesInsideBatchesOnOnePoolDoNotWaitForEachOther() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
        try {
            List<Integer> sums = batch("outer.sum", List.of(1, 2, 3)).parallel(3, one)
                    .each(outer -> batch("inner.sum", List.of(1, 2, 3)).parallel(3, one).each(inner -> inner * outer)
                            .orThrow().stream().mapToInt(i -> i).sum())
                    .orThrow();

            assertThat(sums).containsExactly(6, 12, 18);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void whatAnExecutorRefusesTheCallerDoes() {
        pool.shutdown();

        BatchResult<Integer> result = batch("numbers.pass", NUMBERS).parallel(4, pool).each(number -> number);

        assertThat(result.values()).isEqualTo(NUMBERS);
        assertThat(spans.named("numbers.pass").getAttributes().get(longKey("batch.threads_refused"))).isEqualTo(3);
    }

    @Test
    void whatIsLeftInThePoolsQueueHoldsOnToNoItems() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < pool.getMaximumPoolSize(); i++)
            pool.execute(() -> await(busy));

        WeakReference<Object> item = itemOfABatchThatGotNoHelp();

        assertThat(pool.getQueue()).hasSize(1);
        assertThat(item).satisfies(ParallelBatchTest::isCollected);
        busy.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(spans.ended()).hasSize(3);
    }

    private WeakReference<Object> itemOfABatchThatGotNoHelp() {
        Object item = new Object();
        batch("objects.pass", List.of(item, new Object())).parallel(2, pool).each(Object::hashCode);
        return new WeakReference<>(item);
    }

    private static void isCollected(WeakReference<Object> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++)
            System.gc();
        assertThat(reference.get()).isNull();
    }

    @Test
    void anErrorOnAThreadOfThePoolIsThrownToTheCaller() {
        Thread caller = Thread.currentThread();
        CountDownLatch thrown = new CountDownLatch(1);

        assertThatThrownBy(() -> batch("numbers.fail", List.of(1, 2)).parallel(2, pool).each(number -> {
            if (Thread.currentThread() == caller) {
                await(thrown);
                return number;
            }
            thrown.countDown();
            throw new AssertionError("on a pool's thread");
        })).isInstanceOf(AssertionError.class).hasMessage("on a pool's thread");
        assertThat(spans.named("numbers.fail").getAttributes().get(longKey("batch.failed"))).isEqualTo(1);
    }

    @Test
    void afterAFailureNoItemBeginsButThoseThatHaveBegunEnd() {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        Executor failing = task -> pool.execute(() -> {
            task.run();
            failed.countDown(); // its thread goes home as soon as the batch has been stopped
        });

        BatchResult<Integer> result = batch("numbers.fail", NUMBERS).parallel(2, failing).failFast().each(number -> {
            if (Thread.currentThread() == caller) {
                begun.countDown();
                await(failed);
                return number;
            }
            await(begun);
            throw new IllegalStateException("number " + number);
        });

        assertThat(result).hasToString("1 of 50 items succeeded, 1 failed, 48 not run");
    }

    @Test
    void anExecutorThatRunsTasksAtOnceDoesTheWholeBatch() {
        BatchResult<Integer> result = batch("numbers.pass", NUMBERS).parallel(3, Runnable::run).each(number -> number);

        assertThat(result.values()).isEqualTo(NUMBERS);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void anErrorOfTheExecutorIsThrownWhenAllAreDone() {
        Executor failing = task -> {
            throw new OutOfMemoryError("unable to create native thread");
        };

        assertThatThrownBy(() -> batch("numbers.pass", NUMBERS).parallel(3, failing).each(number -> number))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(spans.named("numbers.pass").hasEnded()).isTrue();
    }

    @Test
    void theThreadsOfThePoolAreLeftWithoutASpan() throws Exception {
        batch("numbers.meet", NUMBERS).parallel(5, pool).each(number -> number).orThrow();

        for (int i = 0; i < 8; i++)
            assertThat(pool.submit(() -> Span.current().getSpanContext().isValid()).get()).isFalse();
    }

    @Test
    void anExecutorThatIsFullForSomeHelpersHasOthers() {
        AtomicInteger taken = new AtomicInteger();
        Executor forOne = task -> {
            if (taken.incrementAndGet() > 1)
                throw new RejectedExecutionException("full");
            pool.execute(task);
        };

        batch("numbers.pass", NUMBERS).parallel(4, forOne).each(number -> number).orThrow();

        assertThat(spans.named("numbers.pass").getAttributes().get(longKey("batch.threads_refused"))).isEqualTo(2);
    }

    private List<SpanData> named(String name) {
        return spans.ended().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
