package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.recordEvent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.orders.background.ContextText;
import dev.foundation.tracing.shop.orders.catalog.ItemCheck;
import dev.foundation.tracing.shop.orders.catalog.PricedItems;
import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.fulfilment.Fulfilment;
import dev.foundation.tracing.shop.orders.fulfilment.FulfilmentTable;
import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderState;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;
import dev.foundation.tracing.shop.orders.payment.Payments;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes orders. No transaction is open while another service is asked. */
@ApplicationScoped
class OrderDesk {

    private static final Logger LOG = Logger.getLogger(OrderDesk.class);

    private final ItemCheck itemCheck;
    private final OrderTable orders;
    private final Payments payments;
    private final FulfilmentTable tasks;
    private final Fulfilment fulfilment;
    private final ContextText contexts;

    OrderDesk(ItemCheck itemCheck, OrderTable orders, Payments payments, FulfilmentTable tasks, Fulfilment fulfilment,
            ContextText contexts) {
        this.itemCheck = itemCheck;
        this.orders = orders;
        this.payments = payments;
        this.tasks = tasks;
        this.fulfilment = fulfilment;
        this.contexts = contexts;
    }

    /** @return the order as it was accepted; where anything is thrown but for its payment, nothing was stored */
    @Traced("order.place")
    Order place(OrderRequest request) throws PaymentFailedException {
        PricedItems items = itemCheck.price(request.wanted());
        Order order = new Order(UUID.randomUUID(), request.customer(), OrderState.PENDING, items.lines(), items.currency());
        addAttributes("order.id", order.id().toString());
        store(order);
        return settle(order);
    }

    /** Has a pending order paid and accepts it; safe to be repeated, for a payment is booked once. */
    Order settle(Order order) throws PaymentFailedException {
        try {
            payments.pay(order);
        } catch (PaymentFailedException e) {
            orders.move(order.id(), OrderState.PENDING, OrderState.PAYMENT_FAILED);
            LOG.warnf("order %s is not paid: %s", order.id(), e.getMessage());
            throw e;
        }
        accept(order);
        fulfilment.wake();
        LOG.infof("order %s is accepted: %d items, %s %s", order.id(), order.lines().size(), order.total(), order.currency());
        return order.in(OrderState.ACCEPTED);
    }

    @Traced("order.store")
    private void store(Order order) {
        QuarkusTransaction.requiringNew().run(() -> orders.insert(order, contexts.current()));
    }

    @Traced("order.accept")
    private void accept(Order order) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (orders.move(order.id(), OrderState.PENDING, OrderState.ACCEPTED))
                tasks.add(order.id(), contexts.current());
        });
        recordEvent("order.accepted");
    }
}
