package dev.foundation.tracing.shop.payments;

/** One idempotency key came with two different payments. */
final class KeyReusedException extends RuntimeException {

    KeyReusedException(IdempotencyKey key) {
        super(IdempotencyKey.HEADER + " " + key.value() + " was used for another payment");
    }
}
