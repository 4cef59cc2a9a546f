package dev.foundation.tracing.shop.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLinksTest {

    private static final String EXPLORE = "http://localhost:3000/explore?panes=%7B%22query%22%3A%22{traceId}%22%7D";

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:3200", "http://localhost:3200/" })
    void thePageOfATraceIsBelowTheBase(String url) {
        assertThat(TraceLinks.of(url)).isEqualTo(new TraceLinks(url, "http://localhost:3200/trace/{traceId}"));
    }

    @Test
    void aTemplateIsThePageOfATrace() {
        assertThat(TraceLinks.of(EXPLORE).one()).isEqualTo(EXPLORE);
    }

    @Test
    void allTracesAreAtTheOriginOfATemplate() {
        assertThat(TraceLinks.of(EXPLORE).all()).isEqualTo("http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = { "javascript:alert(1)", "/traces", "localhost:3200", "http:", "http://a b", "http://a/{id}" })
    void whatABrowserShouldNotFollowIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> TraceLinks.of(url));
    }
}
