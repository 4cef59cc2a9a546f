package dev.foundation.tracing.shop.orders.fulfilment;

import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.foundation.tracing.shop.orders.background.ContextText;
import dev.foundation.tracing.shop.orders.background.Untraced;
import dev.foundation.tracing.shop.orders.background.Worker;
import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.model.OrderState;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Fulfils orders in the background. An order is taken, fulfilled and removed in one transaction: if the process is killed,
 * another one, or the next, does it.
 */
@ApplicationScoped
public class Fulfilment {

    private static final Logger LOG = Logger.getLogger(Fulfilment.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;
    private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("fulfilment.attempt");

    private final FulfilmentTable tasks;
    private final OrderTable orders;
    private final ContextText contexts;
    private final Duration firstBackoff;
    private final Worker worker;

    Fulfilment(FulfilmentTable tasks, OrderTable orders, ContextText contexts, FulfilmentConfig config) {
        this.tasks = tasks;
        this.orders = orders;
        this.contexts = contexts;
        this.firstBackoff = config.firstBackoff();
        this.worker = new Worker("fulfilment", config.pollInterval(), this::fulfilNext);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /** Has waiting orders looked for now; to be called after the commit that added one. */
    public void wake() {
        worker.wake();
    }

    private boolean fulfilNext() {
        try {
            return Untraced.call(() -> QuarkusTransaction.requiringNew().call(this::takeAndFulfil));
        } catch (TaskFailedException e) {
            postpone(e.task(), e);
            return true;
        }
    }

    private boolean takeAndFulfil() {
        Optional<Task> next = tasks.take();
        next.ifPresent(this::fulfil);
        return next.isPresent();
    }

    private void fulfil(Task task) {
        Attributes attributes = Attributes.of(ORDER_ID, task.orderId().toString(), ATTEMPT, task.attempts() + 1L);
        try {
            // Its trace is read in here too: whatever fails for one order must not keep the others behind it.
            withPropagatedContext(contexts.read(task.context()),
                    () -> withSpan("order.fulfil", attributes, () -> packAndShip(task)));
        } catch (RuntimeException e) {
            throw new TaskFailedException(task, e);
        }
    }

    private void packAndShip(Task task) {
        recordEvent("order.packed");
        orders.move(task.orderId(), OrderState.ACCEPTED, OrderState.FULFILLED);
        tasks.remove(task.orderId());
        recordEvent("order.shipped");
        LOG.infof("order %s is packed and shipped", task.orderId());
    }

    private void postpone(Task task, TaskFailedException failure) {
        Duration delay = backoffAfter(task.attempts());
        LOG.warnf(failure, "order %s is tried again in %s", task.orderId(), delay);
        Untraced.call(() -> QuarkusTransaction.requiringNew().call(() -> {
            tasks.postpone(task.orderId(), delay);
            return true;
        }));
    }

    private Duration backoffAfter(int failures) {
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
    }
}
