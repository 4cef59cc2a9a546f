package dev.foundation.tracing.it.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {

    @ParameterizedTest
    @EnumSource
    void ruleIsKept(Rule rule) {
        assertThat(rule.mistakes(Checkout.THIS)).isEmpty();
    }
}
