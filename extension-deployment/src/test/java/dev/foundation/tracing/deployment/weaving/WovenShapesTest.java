package dev.foundation.tracing.deployment.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class WovenShapesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WovenShapes.class, Bytecode.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void parametersOfEveryPrimitiveType() {
        assertThat(WovenShapes.primitives(true, (byte) 1, (short) 2, 'c', 4, 5L, 0.5f, 0.25)).isEqualTo(1 + 1 + 2 + 'c' + 9.75);

        assertThat(attributes("shape.primitives")).isEqualTo(Map.of("the.boolean", true, "the.byte", 1L, "the.short", 2L,
                "the.char", "c", "the.int", 4L, "the.long", 5L, "the.float", 0.5, "the.double", 0.25));
    }

    static Stream<Arguments> results() {
        return Stream.of(Arguments.of("shape.boolean", true), Arguments.of("shape.byte", 1L), Arguments.of("shape.short", 2L),
                Arguments.of("shape.char", "c"), Arguments.of("shape.int", 4L), Arguments.of("shape.long", 5L),
                Arguments.of("shape.float", 0.5), Arguments.of("shape.double", 0.25), Arguments.of("shape.text", "text"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultsOfEveryType(String span, Object result) {
        assertThat(List.of(WovenShapes.aBoolean(), WovenShapes.aByte(), WovenShapes.aShort(), WovenShapes.aChar(),
                WovenShapes.anInt(), WovenShapes.aLong(), WovenShapes.aFloat(), WovenShapes.aDouble(), WovenShapes.aText()))
                .containsExactly(true, (byte) 1, (short) 2, 'c', 4, 5L, 0.5f, 0.25, "text");

        assertThat(attributes(span)).isEqualTo(Map.of("shape.result", result));
    }

    @Test
    void overloadedMethodsAreTwo() {
        assertThat(WovenShapes.overloaded(1)).isEqualTo("number 1");
        assertThat(WovenShapes.overloaded("a")).isEqualTo("text a");
        assertThat(names()).containsExactly("shape.overloaded_number", "shape.overloaded_text");
    }

    @Test
    void parametersOfAnyNumber() {
        assertThat(WovenShapes.varargs(1, 2, 3)).isEqualTo(6);
        assertThat(attributes("shape.varargs")).isEqualTo(Map.of("the.numbers", List.of(1L, 2L, 3L)));
    }

    @Test
    void aGenericMethod() {
        assertThat(WovenShapes.larger("a", "b")).isEqualTo("b");
        assertThat(names()).containsExactly("shape.generic");
    }

    @Test
    void aMethodThatALambdaCalls() {
        assertThat(WovenShapes.fromLambdas(List.of(1, 2))).containsExactly("number 1", "number 2");
        assertThat(names()).containsExactly("shape.overloaded_number", "shape.overloaded_number");
    }

    @Test
    void switchesLoopsAndFinallyBlocksInOneAnother() {
        assertThat(Stream.of("a", "b", "c", "d").map(WovenShapes::switching)).containsExactly("first", "first", "third",
                "default");
        assertThat(names()).hasSize(4);
    }

    @Test
    void innerLocalAndAnonymousClasses() {
        assertThat(new WovenShapes().new Inner().outer()).isEqualTo("outer");
        assertThat(WovenShapes.local("local").get()).isEqualTo("local");
        assertThat(WovenShapes.anonymous("anonymous").get()).isEqualTo("anonymous");
        assertThat(names()).containsExactly("shape.inner", "shape.local", "shape.anonymous");
    }

    @Test
    void inheritedAndOverridingMethods() {
        WovenShapes.Base sub = new WovenShapes.Sub();

        assertThat(sub.inherited()).isEqualTo("base");
        assertThat(sub.overridden()).isEqualTo("sub of base");
        assertThat(names()).containsExactly("shape.base", "shape.overridden", "shape.overriding");
    }

    @Test
    void stackTracesAndDebuggersSeeTheLinesOfTheSource() {
        Throwable thrown = catchThrowable(WovenShapes::throwingInThisLine);

        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("throwingInThisLine");
        assertThat(Bytecode.lines(WovenShapes.class, WovenShapesTest.class.getClassLoader()))
                .isEqualTo(Bytecode.lines(WovenShapes.class, ClassLoader.getSystemClassLoader()))
                .containsValue(List.of(thrown.getStackTrace()[0].getLineNumber()));
    }

    private List<String> names() {
        return spans.all().stream().map(SpanData::getName).toList();
    }

    private Map<String, Object> attributes(String span) {
        Map<String, Object> byName = new HashMap<>();
        spans.named(span).getAttributes().asMap()
                .forEach((AttributeKey<?> key, Object value) -> byName.put(key.getKey(), value));
        byName.remove("sampling.reason");
        return byName;
    }
}
