package dev.foundation.tracing.it.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.response.Response;

/** Orders dies in the middle of its work. */
@ExtendWith(RunningShop.class)
class CrashIT {

    private static final int ORDERS = 3;

    @Test
    void killingOrdersLosesNoneThatWaitsForItsFulfilment(ShopUnderTest shop) {
        List<Response> accepted = new ArrayList<>();
        try (HeldFulfilment held = HeldFulfilment.of(shop.shop())) {
            for (int i = 0; i < ORDERS; i++)
                accepted.add(shop.order(ShopUnderTest.TWO_TEAS));
            assertThat(accepted).allMatch(answer -> answer.statusCode() == 201);
            held.awaitWaiting();

            shop.shop().process("orders").kill();

            assertThat(shop.openFulfilments()).isEqualTo(ORDERS);
        }
        shop.shop().process("orders").restart();

        accepted.forEach(answer -> shop.awaitState(answer.jsonPath().getString("id"), "FULFILLED"));
        await("nothing is left to do").until(shop::openFulfilments, open -> open == 0);
        // The worker of the new process continues the trace that the killed one began; the killed one's last spans are lost.
        accepted.forEach(answer -> shop.awaitSpan(answer, "order.fulfil"));
    }
}
