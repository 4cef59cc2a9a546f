package dev.foundation.tracing.test.readme;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.AnOrder;

class FailureInTheReadmeTest {

    @Test
    void isWhatAFailureLooksLike() {
        assertThatThrownBy(() -> assertThat(AnOrder.TRACE).hasTree("""
                POST /orders
                  POST /orders
                    POST /orders
                      order.place
                        order.item
                        order.item
                        order.pay
                          payment.book
                            | payment.repeated = false
                        order.accept
                          INSERT shop.fulfilment
                """)).hasMessage("""
                the trace is not the tree that was expected: 2 spans are missing, 1 is unexpected, 1 is not as expected

                  trace 5f1415ffc3670b2f794521fac799e091 · 9 spans · 3 services · 104 ms · 1 failed
                                                                          0            104 ms
                  POST /orders                      storefront    100 ms  ━━━━━━━━━━━━━━━━━━╸  502
                  └╴POST /orders                    storefront   90.0 ms  ╺━━━━━━━━━━━━━━━━╸
                    └╴POST /orders                  orders       85.0 ms   ━━━━━━━━━━━━━━━━
                      └╴order.place                 orders       80.0 ms   ╺━━━━━━━━━━━━━━╸    order.items=2
                        ├╴order.item                orders       20.0 ms    ━━━━               item 0, product.sku=tea-01
                        ├╴order.item                orders       25.0 ms    ╺━━━━╸             item 1, product.sku=tea-02
                        │ ◇ order.checked                       @41.0 ms         ◆             total=12.40
                        ├╴✗ order.pay               orders       40.0 ms         ╺━━━━━━━      payment refused
                !       │ └╴payment.book            payments     30.0 ms          ━━━━━━
                        │     ↳ payment.repeated: expected false, was not there
                        │   ◇ exception                         @81.0 ms                ◆      IOException: connection reset
                -       ├╴order.accept  ↳ expected here
                -       │ └╴INSERT shop.fulfilment
                +       └╴order.refuse              orders       20.0 ms                 ━━━━
                          ◇ order.refused                       @89.0 ms                  ◆
                """);
    }
}
