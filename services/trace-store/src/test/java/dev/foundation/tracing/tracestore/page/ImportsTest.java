package dev.foundation.tracing.tracestore.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    private final Imports imports = new Imports(Map.of("lit", "/page/lit/index.js", "@lit/x/y.js", "/page/x/y.js"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "import { html } from 'lit';|import { html } from '/page/lit/index.js';",
            "import'lit'|import'/page/lit/index.js'", "export*from\"@lit/x/y.js\"|export*from\"/page/x/y.js\"" })
    void aBareNameBecomesAPath(String source, String resolved) {
        assertThat(imports.resolve("a.js", source)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "import './b.js';", "import a from '../b.js';",
            "from 'the store'.length" })
    void aPathStaysAsItIs(String source) {
        assertThat(new Imports(Map.of("the store", "the store")).resolve("a.js", source)).isEqualTo(source);
    }

    @Test
    void whatIsNotServedIsNamedWithWhoWantsIt() {
        assertThatThrownBy(() -> imports.resolve("a.js", "import 'left-pad';")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.js").hasMessageContaining("left-pad");
    }
}
