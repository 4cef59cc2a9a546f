package dev.foundation.tracing.shop.catalog;

/** A lookup failed because somebody asked for it. */
final class InjectedFailureException extends RuntimeException {

    InjectedFailureException() {
        super("the catalog failed, as it was asked to");
    }
}
