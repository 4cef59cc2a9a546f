package dev.foundation.tracing.tracestore.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogfmtTest {

    @Test
    void pairsAreSeparatedBySpaces() {
        assertThat(Logfmt.parse("  a=b   c.d=e/f=g ")).containsEntry("a", "b").containsEntry("c.d", "e/f=g").hasSize(2);
    }

    @Test
    void aQuotedValueMayHoldAnything() {
        assertThat(Logfmt.parse("a=\"b = \\\"c\\\" \\\\ d\"")).containsEntry("a", "b = \"c\" \\ d");
    }

    @Test
    void aKeyAloneHasAnEmptyValue() {
        assertThat(Logfmt.parse("a b=")).containsEntry("a", "").containsEntry("b", "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=a", "a=\"open", "a=\"open\\", "\"a\"=b", "a=b\"c" })
    void nonsenseIsRefusedWithItsPlace(String text) {
        assertThatExceptionOfType(BadQueryException.class).isThrownBy(() -> Logfmt.parse(text))
                .withMessageContaining("invalid tags: logfmt syntax error at pos ");
    }
}
