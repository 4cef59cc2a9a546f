package dev.foundation.tracing.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void theFirstBookingOfAKeyStays() {
        assertThat(ledger.add(booking("key", "first"))).isTrue();

        assertThat(ledger.add(booking("key", "second"))).isFalse();
        assertThat(ledger.find("key")).contains(booking("key", "first"));
    }

    @Test
    void theOldestBookingMakesRoom() {
        for (int i = 0; i <= Ledger.MOST_BOOKINGS; i++)
            ledger.add(booking("key-" + i, "order"));

        assertThat(ledger.find("key-0")).isEmpty();
        assertThat(ledger.find("key-1")).isPresent();
    }

    private static Booking booking(String key, String orderId) {
        return new Booking(key, orderId, BigDecimal.TEN, "EUR");
    }
}
