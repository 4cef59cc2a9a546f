package dev.foundation.tracing.shop.payments;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;

/**
 * What is to be paid.
 *
 * @param orderId 1 to 100 letters, digits, dots, hyphens or underscores
 * @param amount more than zero, two decimals at most; kept with two
 * @param currency three capital letters (ISO 4217)
 */
record PaymentRequest(@SpanAttribute("order.id") String orderId, BigDecimal amount, String currency) {

    private static final Pattern ORDER_ID = Pattern.compile("[\\w.-]{1,100}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int DECIMALS = 2;
    private static final int DIGITS = 14;

    PaymentRequest {
        requireMatch("orderId", orderId, ORDER_ID);
        requireMatch("currency", currency, CURRENCY);
        amount = inCents(amount);
    }

    private static BigDecimal inCents(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() <= 0)
            throw new IllegalArgumentException("amount must be more than zero, got " + amount);
        // Before setScale: 1e999999999 has few digits, but would get very many.
        if (amount.scale() > DECIMALS || amount.precision() - amount.scale() > DIGITS)
            throw new IllegalArgumentException("amount must have at most " + DIGITS + " digits and " + DECIMALS + " decimals");
        return amount.setScale(DECIMALS);
    }

    private static void requireMatch(String field, @Nullable String value, Pattern pattern) {
        if (value == null || !pattern.matcher(value).matches())
            throw new IllegalArgumentException(field + " must match " + pattern);
    }
}
