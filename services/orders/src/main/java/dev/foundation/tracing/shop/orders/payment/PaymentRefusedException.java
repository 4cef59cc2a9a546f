package dev.foundation.tracing.shop.orders.payment;

/** The payments service understood, and said no: trying again would not change that. */
final class PaymentRefusedException extends RuntimeException {

    PaymentRefusedException(int status, Throwable cause) {
        super("the payment was refused with status " + status, cause);
    }
}
