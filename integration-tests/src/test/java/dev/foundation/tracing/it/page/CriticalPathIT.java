package dev.foundation.tracing.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of a trace its caller waited for, worked out by the page's own module. */
@ExtendWith(ShownStore.class)
class CriticalPathIT {

    private static final String PATH = """
            async (spans) => {
              const { arrange } = await import('/page/spans/tree.js');
              const { criticalPath } = await import('/page/spans/criticalpath.js');
              const rows = arrange(spans.map(([id, parent, start, end]) => ({ id, parent, start, end })));
              return [...criticalPath(rows)].flatMap(([row, parts]) => parts.map(({ from, to }) => `${row.span.id} ${from}-${to}`)).sort().join(', ');
            }""";

    @Test
    void aParentHoldsUpWhatItsChildrenDoNot(StorePage shown) {
        assertThat(path(shown, span("root", null, 0, 100), span("child", "root", 20, 80)))
                .isEqualTo("child 20-80, root 0-20, root 80-100");
    }

    @Test
    void ofChildrenAtTheSameTimeTheLastToEndCounts(StorePage shown) {
        assertThat(path(shown, span("root", null, 0, 100), span("slow", "root", 0, 100), span("quick", "root", 0, 60)))
                .isEqualTo("slow 0-100");
    }

    @Test
    void oneChildAfterTheOtherBothCount(StorePage shown) {
        assertThat(path(shown, span("root", null, 0, 100), span("first", "root", 0, 50), span("second", "root", 50, 100)))
                .isEqualTo("first 0-50, second 50-100");
    }

    @Test
    void whatGoesOnAfterTheAnswerCountsUntilTheAnswer(StorePage shown) {
        assertThat(path(shown, span("root", null, 0, 100), span("background", "root", 90, 500)))
                .isEqualTo("background 90-100, root 0-90");
    }

    @Test
    void whatBeginsAfterTheAnswerDoesNotCount(StorePage shown) {
        assertThat(path(shown, span("root", null, 0, 100), span("later", "root", 200, 300))).isEqualTo("root 0-100");
    }

    private static List<Object> span(Object... idParentStartEnd) {
        return Arrays.asList(idParentStartEnd);
    }

    private static String path(StorePage shown, Object... spans) {
        shown.open("/");
        return (String) shown.page().evaluate(PATH, List.of(spans));
    }
}
