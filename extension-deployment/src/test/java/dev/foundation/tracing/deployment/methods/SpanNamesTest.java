package dev.foundation.tracing.deployment.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanNamesTest {

    @ParameterizedTest
    @ValueSource(strings = { "order", "order.place", "http2.get_all", "a.b.c" })
    void partsOfLowerCaseWordsAreGood(String name) {
        assertThat(SpanNames.isGood(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Order", "order place", "order..place", ".order", "order.", "order.17", "order-place",
            "ördér", "order.place\n" })
    void everythingElseIsNot(String name) {
        assertThat(SpanNames.isGood(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = { HTTPClient2.class, Plain.class, $Odd.class })
    void theDefaultNameOfAnyMethodIsGood(Class<?> type) throws IOException {
        assertThat(SpanNames.defaultFor(onlyMethod(type))).matches(SpanNames::isGood);
    }

    @Test
    void aMethodOfAnAnonymousClassIsCalledAfterTheClassAroundIt() throws IOException {
        Runnable anonymous = new Runnable() {
            @Override
            public void run() {
            }
        };

        assertThat(SpanNames.defaultFor(onlyMethod(anonymous.getClass()))).isEqualTo("span_names_test_1.run");
    }

    @Test
    void wordsAreFoundByTheirCapitals() throws IOException {
        assertThat(SpanNames.defaultFor(onlyMethod(HTTPClient2.class))).isEqualTo("http_client2.send_all_url");
    }

    private static MethodInfo onlyMethod(Class<?> type) throws IOException {
        return Index.of(type).getClassByName(type).methods().stream().filter(m -> !m.isConstructor()).findFirst()
                .orElseThrow();
    }

    static class HTTPClient2 {
        void sendAllURL() {
        }
    }

    static class Plain {
        void run() {
        }
    }

    static class $Odd {
        void $run_it$() {
        }
    }
}
