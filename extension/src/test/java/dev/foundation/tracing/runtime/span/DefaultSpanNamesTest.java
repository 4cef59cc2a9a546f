package dev.foundation.tracing.runtime.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultSpanNamesTest {

    @ParameterizedTest
    @CsvSource({ "Payment provider: charge, payment_provider_charge", "prices.lookup, prices.lookup",
            "PaymentProvider, payment_provider", "3rd party. , rd_party", "' – ', guard.call", "4711, guard.call",
            "0b2d8a90-46d7-4f5e-9c5b-1f2a6f1f2b3c, b2d8a90_46d7_4f5e_9c5b_1f2a6f1f2b3c" })
    void aTextForPeopleBecomesAName(String text, String name) {
        assertThat(DefaultSpanNames.ofText(text, "guard.call")).isEqualTo(name);
    }
}
