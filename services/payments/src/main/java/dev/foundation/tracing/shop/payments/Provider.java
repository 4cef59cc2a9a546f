package dev.foundation.tracing.shop.payments;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.faults.Faults;

/** Stands for the company that moves the money: it does as the faults say, and is reliable without any. */
@ApplicationScoped
class Provider {

    private final Faults faults;

    Provider(Faults faults) {
        this.faults = faults;
    }

    /** Before a booking: here it fails, so that a failed try has booked nothing. */
    @Traced("provider.authorise")
    void authorise() {
        if (faults.failsNow())
            throw new ProviderFailedException();
    }

    /** After a booking: here it dawdles, so that a try which its caller gave up is booked all the same. */
    @Traced("provider.confirm")
    void confirm() {
        faults.holdBack();
    }
}
