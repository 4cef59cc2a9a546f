package dev.foundation.tracing.deployment.threads;

import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static dev.foundation.tracing.Spans.wrap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.impl.ContextInternal;

/** A trace goes on wherever Quarkus does its work. */
class QuarkusThreadsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    ManagedExecutor managed;

    @Inject
    Vertx vertx;

    @Inject
    EndedSpans spans;

    /** One that knows nothing of contexts. */
    private ExecutorService pool;

    private ContextInternal request;
    private ContextInternal outside;

    @BeforeEach
    void beginRequest() {
        spans.forget();
        pool = Executors.newFixedThreadPool(2);
        request = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        outside = request.beginDispatch();
    }

    @AfterEach
    void endRequest() {
        request.endDispatch(outside);
        pool.shutdownNow();
    }

    @Test
    void onAManagedExecutorWithAPropagatedContext() throws Exception {
        withSpan("order.place", () -> {
            PropagatedContext context = propagateContext();
            return managed.submit(() -> withPropagatedContext(context, QuarkusThreadsTest::ship)).get();
        });

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void onAManagedExecutorWithAWrappedTask() throws Exception {
        Callable<String> ship = QuarkusThreadsTest::ship;
        withSpan("order.place", () -> managed.submit(wrap(ship)).get());

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void onAManagedExecutorThatDoesItByItself() throws Exception {
        withSpan("order.place", () -> managed.submit(QuarkusThreadsTest::ship).get());

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inAUniThatIsEmittedOnAWrappedExecutor() {
        withSpan("order.place", () -> Uni.createFrom().item("order").emitOn(wrap(pool)).map(order -> ship())
                .await().indefinitely());

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inAUniThatIsSubscribedOnAWrappedExecutor() {
        withSpan("order.place", () -> Uni.createFrom().item(QuarkusThreadsTest::ship).runSubscriptionOn(wrap(pool))
                .await().indefinitely());

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inAMultiThatIsEmittedOnAWrappedExecutor() {
        withSpan("order.place", () -> Multi.createFrom().items("order").emitOn(wrap(pool)).map(order -> ship())
                .collect().asList().await().indefinitely());

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void inAUniOnAnExecutorOfAnyKindWithAPropagatedContext() {
        Uni<String> shipped = withSpan("order.place", () -> {
            PropagatedContext context = propagateContext();
            return Uni.createFrom().item("order").emitOn(pool)
                    .map(order -> withPropagatedContext(context, QuarkusThreadsTest::ship));
        });

        shipped.await().indefinitely();
        assertOrderIsShippedInItsTrace();
    }

    @Test
    void overTheEventBusInHeaders() {
        vertx.eventBus().<String> consumer("parcels", message -> {
            PropagatedContext context = PropagatedContext.fromHeaders(map(message.headers()));
            withPropagatedContext(context, QuarkusThreadsTest::ship);
        });

        withSpan("order.place", () -> {
            DeliveryOptions options = new DeliveryOptions();
            propagateContext().toHeaders().forEach(options::addHeader);
            vertx.eventBus().send("parcels", "order", options);
        });

        SpanData shipped = spans.named("order.ship");
        // Quarkus has spans of its own for the bus, and puts theirs into the headers.
        assertThat(parentOf(parentOf(shipped))).isEqualTo(spans.named("order.place"));
    }

    private SpanData parentOf(SpanData span) {
        return Awaitility.await().until(() -> spans.all().stream()
                .filter(other -> other.getSpanId().equals(span.getParentSpanId())).findFirst(), Optional::isPresent).get();
    }

    private static Map<String, String> map(MultiMap headers) {
        Map<String, String> map = new HashMap<>();
        headers.forEach(header -> map.put(header.getKey(), header.getValue()));
        return map;
    }

    private static String ship() {
        return withSpan("order.ship", () -> "shipped");
    }

    private void assertOrderIsShippedInItsTrace() {
        assertThat(spans.named("order.ship").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(spans.named("order.ship").getTraceId()).isEqualTo(spans.named("order.place").getTraceId());
    }

    @Test
    void whatATaskHasCurrentIsNotCurrentInTheRequestThatHandedItOver() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);

        withSpan("order.place", span -> {
            CompletableFuture<Void> shipped = CompletableFuture.runAsync(() -> withSpan("order.ship", () -> {
                inside.countDown();
                await(goOn);
            }), wrap(managed));
            inside.await();
            assertThat(currentSpan().getSpanContext()).isEqualTo(span.context());
            goOn.countDown();
            shipped.get();
            assertThat(currentSpan().getSpanContext()).isEqualTo(span.context());
            return "placed";
        });

        assertOrderIsShippedInItsTrace();
    }

    @Test
    void itemsOfABatchThatRunAtOnceInARequestKeepApart() {
        CyclicBarrier both = new CyclicBarrier(2);
        batch("order.items", List.of("a", "b", "c", "d")).parallel(2, managed).each(item -> {
            both.await();
            String id = currentSpan().getSpanContext().getSpanId();
            both.await();
            withSpan("item.check", "item.id", id, () -> both.await());
            return item;
        }).orThrow();

        spans.named("order.items");
        assertThat(named("item.check")).hasSize(4).allSatisfy(check -> assertThat(check.getAttributes().asMap().values())
                .containsExactly(check.getParentSpanId()));
        assertThat(named("order.items.item")).hasSize(4)
                .allMatch(item -> item.getParentSpanId().equals(spans.named("order.items").getSpanId()));
    }

    private List<SpanData> named(String name) {
        return spans.all().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
