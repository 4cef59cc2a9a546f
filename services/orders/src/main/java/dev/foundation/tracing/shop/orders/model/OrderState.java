package dev.foundation.tracing.shop.orders.model;

/** How far an order has come. */
public enum OrderState {

    /** Stored, and about to be paid. */
    PENDING,
    /** Paid, and waiting to be fulfilled. */
    ACCEPTED,
    /** Not paid after all tries: the end of it. */
    PAYMENT_FAILED,
    /** Packed and shipped. */
    FULFILLED
}
