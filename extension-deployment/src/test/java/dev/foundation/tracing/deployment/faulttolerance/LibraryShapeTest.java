package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LibraryShapeTest {

    @Test
    void thisVersionOfTheLibraryIsKnown() {
        assertThat(WovenLibraryMethod.ALL).allMatch(LibraryShape::has);
    }

    @Test
    void aClassThatIsGoneIsNot() {
        assertThat(LibraryShape.has(method("io.smallrye.faulttolerance.Gone", "call", "()V"))).isFalse();
    }

    @Test
    void aMethodWithOtherParametersIsNot() {
        assertThat(LibraryShape.has(method("java.lang.Runnable", "run", "()V"))).isTrue();
        assertThat(LibraryShape.has(method("java.lang.Runnable", "run", "(I)V"))).isFalse();
    }

    @Test
    void aFieldThatIsGoneIsNot() {
        assertThat(LibraryShape.has(method("java.lang.String", "length", "()I", "hash I"))).isTrue();
        assertThat(LibraryShape.has(method("java.lang.String", "length", "()I", "text [C"))).isFalse();
    }

    private static WovenLibraryMethod method(String className, String name, String descriptor, String... fields) {
        return new WovenLibraryMethod(className, name, descriptor, List.of(fields), code -> {
        }, code -> {
        });
    }
}
