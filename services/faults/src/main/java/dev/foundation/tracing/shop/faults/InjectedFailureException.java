package dev.foundation.tracing.shop.faults;

import jakarta.ws.rs.ServiceUnavailableException;

/** A request failed because somebody asked for it. */
final class InjectedFailureException extends ServiceUnavailableException {

    InjectedFailureException(String service) {
        super(service + " failed, as it was asked to");
    }
}
