package dev.foundation.tracing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void anOrdinaryTerminalIsColoured() {
        assertThat(Terminal.wantsColours(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.wantsColours(Map.of("WT_SESSION", "1"))).isTrue();
    }

    @Test
    void aDumbTerminalIsNot() {
        assertThat(Terminal.wantsColours(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.wantsColours(Map.of())).isFalse();
    }

    @Test
    void whoeverAsksForNoColourGetsNone() {
        assertThat(Terminal.wantsColours(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    }
}
