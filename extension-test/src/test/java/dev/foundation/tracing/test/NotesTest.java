package dev.foundation.tracing.test;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class NotesTest {

    @Test
    void aCacheLookUpSaysWhetherItHit() {
        assertThat(
                about(aSpan("cache.get").with("cache.hit", false).with("cache.name", "products").with("cache.key.hash", "ab")))
                .containsExactly("cache miss", "products");
    }

    @Test
    void aBatchAndItsItemsAreCounted() {
        assertThat(about(aSpan("order.items").with("batch.size", 1L))).containsExactly("1 item");
        assertThat(about(aSpan("order.items").with("batch.size", 3L).with("batch.failed", 2L)))
                .containsExactly("3 items", "2 failed");
        assertThat(about(aSpan("order.items").with("batch.size", 3L).with("batch.failed", 0L))).containsExactly("3 items");
        assertThat(about(aSpan("order.item").with("batch.item.index", 0L))).containsExactly("item 0");
    }

    @Test
    void aFailedRequestSaysItsStatusOnce() {
        assertThat(about(aSpan("POST").failed("").with("http.response.status_code", 502L).with("error.type", "502")))
                .containsExactly("502");
    }

    @Test
    void aStatusThatIsTheMessageTooIsSaidOnce() {
        assertThat(about(aSpan("POST").failed("502").with("error.type", "502").with("http.response.status_code", 502L)))
                .containsExactly("502");
    }

    @Test
    void aFailureWithoutMessageSaysItsType() {
        assertThat(about(aSpan("charge").failed("").with("error.type", "java.io.IOException"))).containsExactly("IOException");
    }

    @Test
    void theApplicationsOwnAttributesAreShownAndTheConventionalOnesAreNot() {
        assertThat(about(aSpan("GET").with("url.path", "/orders").with("thread.id", 7L).with("order.items", 2L)))
                .containsExactly("order.items=2");
    }

    private static List<String> about(SpanFixture span) {
        Trace trace = traceOf(span);
        return new Notes(trace).about(new Row("", "", trace.spans().get(0), null, 0));
    }
}
