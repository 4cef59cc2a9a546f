package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.Spans.addAttributes;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.faults.Faults;
import dev.foundation.tracing.shop.orders.background.ContextText;
import dev.foundation.tracing.shop.orders.catalog.ItemCheck;
import dev.foundation.tracing.shop.orders.catalog.PricedItems;
import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderState;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes orders. No transaction is open while another service is asked. */
@ApplicationScoped
class OrderDesk {

    private final Faults faults;
    private final ItemCheck itemCheck;
    private final OrderTable orders;
    private final Settlement settlement;
    private final ContextText contexts;

    OrderDesk(Faults faults, ItemCheck itemCheck, OrderTable orders, Settlement settlement, ContextText contexts) {
        this.faults = faults;
        this.itemCheck = itemCheck;
        this.orders = orders;
        this.settlement = settlement;
        this.contexts = contexts;
    }

    /**
     * Nothing is stored if the items are not what the catalog has. What fails after the order was stored, other than its
     * payment,
     * leaves it pending, to be settled in the background.
     *
     * @return the order as it was accepted
     * @throws PaymentFailedException if it is not paid
     */
    @Traced("order.place")
    Order place(OrderRequest request) throws PaymentFailedException {
        faults.inject();
        PricedItems items = itemCheck.price(request.wanted());
        Order order = new Order(UUID.randomUUID(), request.customer(), OrderState.PENDING, items.lines(), items.currency());
        addAttributes("order.id", order.id().toString());
        store(order);
        return settlement.settle(order);
    }

    @Traced("order.store")
    private void store(Order order) {
        QuarkusTransaction.requiringNew().run(() -> orders.insert(order, contexts.current()));
    }
}
