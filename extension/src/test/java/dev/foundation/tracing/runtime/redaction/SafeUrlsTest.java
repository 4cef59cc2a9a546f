package dev.foundation.tracing.runtime.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlsTest {

    private final SafeUrls urls = new SafeUrls(Set.of("card.number"));

    @ParameterizedTest
    @CsvSource({ "https://ada:pw@shop.example/cart, https://REDACTED:REDACTED@shop.example/cart",
            "https://token@shop.example, https://REDACTED:REDACTED@shop.example",
            "https://a@b:c@shop.example/x, https://REDACTED:REDACTED@shop.example/x" })
    void credentialsAreTakenOut(String url, String safe) {
        assertThat(urls.url(url)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({ "http://h/x?sig=1&b=2, http://h/x?sig=REDACTED&b=2", "http://h?a=1&TOKEN=1, http://h?a=1&TOKEN=REDACTED",
            "http://h/x?card.number=1, http://h/x?card.number=REDACTED", "http://h/x?a=1;sig=2, http://h/x?a=1;sig=REDACTED",
            "http://h/x#access_token=1, http://h/x#access_token=REDACTED", "http://h/x?sig=1;2, http://h/x?sig=REDACTED",
            "http://a:b@h/x?password=c, http://REDACTED:REDACTED@h/x?password=REDACTED" })
    void valuesOfSecretParametersAreTakenOut(String url, String safe) {
        assertThat(urls.url(url)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://h/x?mytoken=1&tokens=2", "http://h/x?cardXnumber=1", "http://h/a@b?to=a@b",
            "http://h/x?sig",
            "http://h/token=1/", "/relative?a=b", "mailto:ada@shop.example", "", "http://", "?" })
    void everythingElseStaysAsItIs(String url) {
        assertThat(urls.url(url)).isSameAs(url);
    }

    @Test
    void aQueryByItselfIsMadeSafeToo() {
        assertThat(urls.parameters("sig=1&a=2&sig=3")).isEqualTo("sig=REDACTED&a=2&sig=REDACTED");
        assertThat(urls.parameters("a=2")).isEqualTo("a=2");
    }
}
