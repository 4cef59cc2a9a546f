package dev.foundation.tracing.shop.payments;

import java.util.regex.Pattern;

import jakarta.ws.rs.BadRequestException;

import org.jspecify.annotations.Nullable;

/**
 * What tells a payment that is tried again from another payment.
 *
 * @param value 1 to 100 letters, digits, dots, hyphens or underscores
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern GOOD = Pattern.compile("[\\w.-]{1,100}");

    /** @param header raw value; null if the request had none */
    static IdempotencyKey fromHeader(@Nullable String header) {
        if (header == null || !GOOD.matcher(header).matches())
            throw new BadRequestException("header " + HEADER + " must match " + GOOD);
        return new IdempotencyKey(header);
    }
}
