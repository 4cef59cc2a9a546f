package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LibraryShapeTest {

    @Test
    void thisVersionOfTheLibraryIsKnown() {
        assertThat(WovenLibraryMethod.ALL).allMatch(WovenLibraryMethod::isKnown);
        assertThat(GuardedCodeField.isKnown()).isTrue();
    }

    @Test
    void aClassThatIsGoneIsNot() {
        assertThat(LibraryShape.has("io.smallrye.faulttolerance.Gone", List.of())).isFalse();
    }

    @Test
    void aMethodWithOtherParametersIsNot() {
        assertThat(LibraryShape.has("java.lang.Runnable", List.of("run ()V"))).isTrue();
        assertThat(LibraryShape.has("java.lang.Runnable", List.of("run (I)V"))).isFalse();
    }

    @Test
    void aFieldOfAnotherTypeIsNot() {
        assertThat(LibraryShape.has("java.lang.String", List.of("hash I"))).isTrue();
        assertThat(LibraryShape.has("java.lang.String", List.of("hash J"))).isFalse();
    }
}
