package dev.foundation.tracing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class FaultyOrderTest {

    private static final URI STOREFRONT = URI.create("http://localhost:8180");

    @Test
    void theCommandOrdersWithAPaymentThatFails() {
        assertThat(FaultyOrder.command(STOREFRONT, "Linux")).startsWith("curl -i ")
                .contains("-H \"baggage: fault.payments=error\"")
                .contains("-d '{\"customer\":").endsWith(" http://localhost:8180/orders");
    }

    @Test
    void onWindowsTheBodyStandsInDoubleQuotes() {
        assertThat(FaultyOrder.command(STOREFRONT, "Windows 11")).startsWith("curl.exe -i ").contains("-d \"{\\\"customer\\\":")
                .doesNotContain("'");
    }
}
