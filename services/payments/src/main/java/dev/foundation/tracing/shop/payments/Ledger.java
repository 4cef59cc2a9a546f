package dev.foundation.tracing.shop.payments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** All bookings, in memory; past its limit the oldest make room. Safe from any thread. */
@ApplicationScoped
class Ledger {

    static final int MOST_BOOKINGS = 20_000;

    private final Map<String, Booking> bookings = new LinkedHashMap<>();

    synchronized Optional<Booking> find(String key) {
        return Optional.ofNullable(bookings.get(key));
    }

    /** @return whether it was added; false if that key has a booking already, which stays */
    synchronized boolean add(Booking booking) {
        if (bookings.putIfAbsent(booking.key(), booking) != null)
            return false;
        if (bookings.size() > MOST_BOOKINGS)
            bookings.remove(bookings.keySet().iterator().next());
        return true;
    }
}
