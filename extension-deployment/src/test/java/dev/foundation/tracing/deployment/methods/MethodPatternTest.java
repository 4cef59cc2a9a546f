package dev.foundation.tracing.deployment.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.runtime.weaving.Woven;
import io.opentelemetry.api.trace.Span;

class MethodPatternTest {

    private static final ClassInfo TYPE = typeOf(Declared.QuietService.class);

    @ParameterizedTest
    @ValueSource(strings = { "dev.foundation.tracing.deployment.methods.Declared$QuietService#open", "dev..*Service#*",
            "dev..methods.*#o*n", "..Declared$QuietService#open", "dev.foundation.*.deployment.methods.Declared*#open",
            "dev.foundation.tracing.deployment.methods..*#*" })
    void matches(String pattern) {
        assertThat(MethodPattern.parse(pattern).matches(TYPE)).isTrue();
        assertThat(MethodPattern.parse(pattern).matches(TYPE.method("open"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "dev.*Service#*", "dev..service#*", "Declared$QuietService#*", "dev.foundation.tracing.*#open",
            "dev..deployment.*Service#*" })
    void doesNotMatch(String pattern) {
        assertThat(MethodPattern.isGood(pattern) && MethodPattern.parse(pattern).matches(TYPE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "com.acme", "#place", "com...acme#*", "com.acme.#*", "com.acme.Order#place()",
            "com/acme/Order#*" })
    void isRefused(String text) {
        assertThatThrownBy(() -> MethodPattern.parse(text)).hasMessageContaining("'" + text + "' is no pattern of methods");
    }

    @Test
    void whatSpansAreMadeWithIsNeverMatched() {
        assertThat(MethodPattern.parse("..*#*").matches(TYPE)).isTrue();
        assertThat(MethodPattern.parse("..*#*").matches(typeOf(Woven.class))).isFalse();
        assertThat(MethodPattern.parse("..*#*").matches(typeOf(Span.class))).isFalse();
    }

    @Test
    void theNameOfAMethodIsMatchedWhole() {
        assertThat(MethodPattern.parse("dev..*#pen").matches(TYPE.method("open"))).isFalse();
    }

    private static ClassInfo typeOf(Class<?> type) {
        try {
            return Index.singleClass(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
