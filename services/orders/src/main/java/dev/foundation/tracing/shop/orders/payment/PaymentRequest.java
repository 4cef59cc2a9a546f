package dev.foundation.tracing.shop.orders.payment;

import dev.foundation.tracing.shop.orders.model.Order;

/**
 * What the payments service is to book.
 *
 * @param amount a decimal number
 */
record PaymentRequest(String orderId, String amount, String currency) {

    static PaymentRequest of(Order order) {
        return new PaymentRequest(order.id().toString(), order.total().toPlainString(), order.currency());
    }
}
