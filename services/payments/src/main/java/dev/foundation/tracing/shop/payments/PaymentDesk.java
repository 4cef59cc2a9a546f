package dev.foundation.tracing.shop.payments;

import static dev.foundation.tracing.Spans.addAttributes;
import static dev.foundation.tracing.Spans.recordEvent;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;

/** Books each payment once, however often it is tried. */
@ApplicationScoped
class PaymentDesk {

    private final Ledger ledger;
    private final Provider provider;

    PaymentDesk(Ledger ledger, Provider provider) {
        this.ledger = ledger;
        this.provider = provider;
    }

    /**
     * @throws ProviderFailedException if the provider fails; nothing is booked then
     * @throws KeyReusedException if the key stands for another payment
     */
    @Traced("payment.book")
    Receipt pay(IdempotencyKey key, PaymentRequest request) {
        Booking wanted = Booking.of(key, request);
        Optional<Booking> earlier = ledger.find(key.value());
        // What was booked is answered from the ledger: the provider is not asked again, so it can't fail or dawdle again.
        Receipt receipt = earlier.isPresent() ? new Receipt(earlier.get(), false) : book(wanted);
        if (!receipt.booking().equals(wanted))
            throw new KeyReusedException(key);
        addAttributes("payment.repeated", !receipt.isNew());
        return receipt;
    }

    private Receipt book(Booking wanted) {
        provider.authorise();
        boolean added = ledger.add(wanted);
        if (added)
            recordEvent("payment.booked");
        provider.confirm();
        return new Receipt(ledger.find(wanted.key()).orElse(wanted), added);
    }

    /** @param isNew false if the payment had been booked by an earlier try */
    record Receipt(Booking booking, boolean isNew) {
    }
}
