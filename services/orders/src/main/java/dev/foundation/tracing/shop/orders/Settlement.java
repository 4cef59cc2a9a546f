package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.Spans.recordEvent;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.orders.background.ContextText;
import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.fulfilment.Fulfilment;
import dev.foundation.tracing.shop.orders.fulfilment.FulfilmentTable;
import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderState;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;
import dev.foundation.tracing.shop.orders.payment.Payments;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Has pending orders paid and accepts them; safe to be repeated, for a payment is booked once. */
@ApplicationScoped
class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final Payments payments;
    private final OrderTable orders;
    private final FulfilmentTable tasks;
    private final Fulfilment fulfilment;
    private final ContextText contexts;

    Settlement(Payments payments, OrderTable orders, FulfilmentTable tasks, Fulfilment fulfilment, ContextText contexts) {
        this.payments = payments;
        this.orders = orders;
        this.tasks = tasks;
        this.fulfilment = fulfilment;
        this.contexts = contexts;
    }

    /**
     * Settles an order while its customer waits: without a payment it fails, whatever the reason.
     *
     * @return the order as it is stored: accepted, or fulfilled by now
     */
    Order settle(Order order) throws PaymentFailedException {
        try {
            return payAndAccept(order);
        } catch (PaymentFailedException e) {
            giveUp(order, e);
            throw e;
        }
    }

    /**
     * Settles an order that was left pending. It fails only if its payment is refused: as long as payments gives no answer, the
     * payment that the killed process asked for may have been booked.
     */
    Order settleAbandoned(Order order) throws PaymentFailedException {
        try {
            return payAndAccept(order);
        } catch (PaymentFailedException e) {
            if (e.refused())
                giveUp(order, e);
            throw e;
        }
    }

    private Order payAndAccept(Order order) throws PaymentFailedException {
        payments.pay(order);
        OrderState state = accept(order);
        if (state != OrderState.ACCEPTED && state != OrderState.FULFILLED)
            throw new IllegalStateException("order " + order.id() + " is paid, but can't be accepted: it is " + state);
        fulfilment.wake();
        LOG.infof("order %s is accepted: %d items, %s %s", order.id(), order.lines().size(), order.total(), order.currency());
        return order.in(state);
    }

    private void giveUp(Order order, PaymentFailedException reason) {
        LOG.warnf("order %s is not paid: %s", order.id(), reason.getMessage());
        try {
            orders.move(order.id(), OrderState.PENDING, OrderState.PAYMENT_FAILED);
        } catch (RuntimeException e) {
            // That it is not paid is what the caller must hear; the order itself is settled in the background.
            LOG.warnf(e, "order %s stays pending", order.id());
            reason.addSuppressed(e);
        }
    }

    /** @return the order's state after that, whoever brought it about: another process may have taken it as abandoned */
    @Traced("order.accept")
    private OrderState accept(Order order) {
        boolean moved = QuarkusTransaction.requiringNew().call(() -> moveAndAddTask(order));
        if (!moved)
            return orders.find(order.id()).orElseThrow().state();
        recordEvent("order.accepted");
        return OrderState.ACCEPTED;
    }

    private boolean moveAndAddTask(Order order) {
        boolean moved = orders.move(order.id(), OrderState.PENDING, OrderState.ACCEPTED);
        if (moved)
            tasks.add(order.id(), contexts.current());
        return moved;
    }
}
