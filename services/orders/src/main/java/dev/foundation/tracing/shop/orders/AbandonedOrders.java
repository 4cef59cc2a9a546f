package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.foundation.tracing.shop.orders.background.ContextText;
import dev.foundation.tracing.shop.orders.background.Untraced;
import dev.foundation.tracing.shop.orders.background.Worker;
import dev.foundation.tracing.shop.orders.database.AbandonedOrder;
import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Settles orders that stay pending because their process was killed while it had them paid: they may be paid by now, or not.
 * Asking for the payment again, with the same key, finds out; where there is no answer either, it is asked again a minute
 * later.
 */
@ApplicationScoped
class AbandonedOrders {

    private static final Logger LOG = Logger.getLogger(AbandonedOrders.class);
    private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

    private final OrderTable orders;
    private final Settlement settlement;
    private final ContextText contexts;
    private final Worker worker;

    AbandonedOrders(OrderTable orders, Settlement settlement, ContextText contexts, RecoveryConfig config) {
        this.orders = orders;
        this.settlement = settlement;
        this.contexts = contexts;
        this.worker = new Worker("recovery", config.pollInterval(), this::settleNext);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    private boolean settleNext() {
        Optional<AbandonedOrder> next = Untraced.call(orders::takeAbandoned);
        next.ifPresent(order -> withPropagatedContext(contexts.read(order.context()), () -> settle(order.id())));
        return next.isPresent();
    }

    private void settle(UUID id) {
        LOG.infof("order %s was abandoned while it was paid", id);
        try {
            withSpan("order.recover", Attributes.of(ORDER_ID, id.toString()),
                    () -> settlement.settleAbandoned(orders.find(id).orElseThrow()));
        } catch (PaymentFailedException e) {
            LOG.infof("order %s %s", id, e.refused() ? "is settled: not paid" : "stays pending: it may be paid or not");
        }
    }
}
