package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether this version of Quarkus makes exporters as it is known here. */
class ExportCodeTest {

    @ParameterizedTest
    @MethodSource("all")
    void thisVersionIsAsKnown(ExportCode code) {
        assertThat(code.isAsKnown()).isTrue();
    }

    static List<ExportCode> all() {
        return ExportCode.ALL;
    }

    @Test
    void aClassThatLacksOneOfTheCallsIsNot() {
        assertThat(new ExportCode(ExportCode.ALL.get(0).className(), ExportCode.ALL.get(1).calls(), "all").isAsKnown())
                .isFalse();
    }

    @Test
    void aClassThatIsGoneIsNot() {
        assertThat(new ExportCode("io.quarkus.Gone", List.of(), "all").isAsKnown()).isFalse();
    }
}
