package dev.foundation.tracing.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.model.OrderState;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class SettlementTest {

    private static final String REFUSE_CHANGE = """
            create function refuse_change() returns trigger language plpgsql as $$
            begin
              raise exception 'no change today';
            end $$""";
    private static final String REFUSE_CHANGE_TRIGGER = """
            create trigger refuse_change before update on customer_order for each row
            when (new.state = 'PAYMENT_FAILED') execute function refuse_change()""";
    private static final String ALLOW_CHANGES = "drop function refuse_change cascade";

    @Inject
    Settlement settlement;

    @Inject
    OrderTable orders;

    @Inject
    Database database;

    @ParameterizedTest
    @EnumSource(names = { "ACCEPTED", "FULFILLED" })
    void anOrderThatAnotherProcessAcceptedIsAnsweredAsItIsStored(OrderState stored) throws PaymentFailedException {
        assertThat(settlement.settle(asItWasPending(stored)).state()).isEqualTo(stored);
    }

    @Test
    void itIsNotFulfilledTwice() throws PaymentFailedException {
        Order order = asItWasPending(OrderState.ACCEPTED);

        settlement.settle(order);

        assertThat(database.isWaiting(order.id())).isFalse();
    }

    @Test
    void anOrderThatFailedMeanwhileIsNotSaidToBeAccepted() {
        Order order = asItWasPending(OrderState.PAYMENT_FAILED);

        assertThatIllegalStateException().isThrownBy(() -> settlement.settle(order)).withMessageContaining("PAYMENT_FAILED");
    }

    @Test
    void anUnpaidOrderIsAnsweredAsSuchEvenIfThatCannotBeStored() {
        database.change(REFUSE_CHANGE);
        database.change(REFUSE_CHANGE_TRIGGER);
        try {
            OrdersTest.place(OrdersTest.order("refused-01", 1)).then().statusCode(502).body("state",
                    equalTo("PAYMENT_FAILED"));
        } finally {
            database.change(ALLOW_CHANGES);
        }
    }

    /** An order as one process still sees it, while another has moved it on. */
    private Order asItWasPending(OrderState stored) {
        UUID id = database.storeOrder(stored.name());
        return orders.find(id).orElseThrow().in(OrderState.PENDING);
    }
}
