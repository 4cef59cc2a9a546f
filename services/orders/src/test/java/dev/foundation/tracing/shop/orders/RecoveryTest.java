package dev.foundation.tracing.shop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class RecoveryTest {

    private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Database database;

    @Inject
    RecordedSpans spans;

    @ConfigProperty(name = "shop.payments.url")
    String payments;

    @BeforeEach
    void closeBreakers() {
        breakers.resetAll();
    }

    @AfterEach
    void leaveNothingToRecover() {
        database.change("update customer_order set state = 'PAYMENT_FAILED' where state = 'PENDING'");
        breakers.resetAll();
    }

    @Test
    void anAbandonedOrderWhosePaymentIsRefusedIsNotPaid() {
        UUID order = database.storeOrder("PENDING", "refused-01", "4.22");

        awaitRecoveries(order, 1);
        assertThat(database.stateOf(order)).isEqualTo("PAYMENT_FAILED");
    }

    @Test
    void anAbandonedOrderStaysPendingWhilePaymentsFails() {
        UUID order = database.storeOrder("PENDING", "broken-01", "5.03");

        awaitRecoveries(order, 1);
        assertThat(database.stateOf(order)).isEqualTo("PENDING");
    }

    @Test
    void afterASuspensionItIsAskedForAgain() {
        openBreaker();
        UUID order = database.storeOrder("PENDING");
        awaitRecoveries(order, 1);
        assertThat(database.stateOf(order)).isEqualTo("PENDING");

        breakers.resetAll();
        database.change("update customer_order set pending_until = now() - interval '1 second' where id = ?", order);

        await().untilAsserted(() -> assertThat(database.stateOf(order)).isEqualTo("FULFILLED"));
        assertThat(given().get(payments + "/tries/" + order).asString()).isEqualTo("1");
    }

    private void openBreaker() {
        for (int i = 0; i < 2; i++)
            OrdersTest.place(OrdersTest.order("broken-01", 1)).then().statusCode(502);
    }

    private void awaitRecoveries(UUID order, int times) {
        await().untilAsserted(() -> assertThat(spans.where(span -> span.getName().equals("order.recover")
                && order.toString().equals(span.getAttribute(ORDER_ID)))).hasSize(times));
    }
}
