package dev.foundation.tracing.shop.payments;

/** The provider took no payment; trying again may help. */
final class ProviderFailedException extends RuntimeException {

    ProviderFailedException() {
        super("the payment provider failed");
    }
}
