package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.runWithSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Every form of a span around a body, with every kind of lambda: that it compiles is half of the test. */
class SpanFormsTest {

    private static final Attributes WEB = Attributes.of(stringKey("order.channel"), "web");

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final List<String> done = new ArrayList<>();

    @Test
    void aBodyWithAResult() throws IOException {
        int expression = withSpan("form.expression", () -> 1);
        int block = withSpan("form.block", () -> {
            done.add("block");
            return 2;
        });
        String reference = withSpan("form.reference", this::read);

        assertThat(expression + block).isEqualTo(3);
        assertThat(reference).isEqualTo("read");
        assertThatThrownBy(() -> withSpan("form.throwing", () -> {
            throw new IOException("only throws");
        })).isExactlyInstanceOf(IOException.class);
        assertThat(names()).containsExactly("form.expression", "form.block", "form.reference", "form.throwing");
    }

    @Test
    void aBodyWithoutResult() throws IOException {
        withSpan("form.expression", () -> done.clear());
        withSpan("form.block", () -> {
            done.add("block");
        });
        withSpan("form.reference", this::write);

        assertThat(done).containsExactly("block", "written");
        assertThat(names()).containsExactly("form.expression", "form.block", "form.reference");
    }

    @Test
    void aBodyThatIsHandedItsSpanAndHasAResult() throws IOException {
        boolean expression = withSpan("form.expression", span -> span.isRecording());
        int block = withSpan("form.block", span -> {
            span.recordEvent("block.done");
            return 2;
        });
        String reference = withSpan("form.reference", this::readInside);

        assertThat(expression).isTrue();
        assertThat(block).isEqualTo(2);
        assertThat(reference).isEqualTo("read inside");
        assertThatThrownBy(() -> withSpan("form.throwing", span -> {
            throw new IOException("only throws");
        })).isExactlyInstanceOf(IOException.class);
        assertThat(names()).containsExactly("form.expression", "form.block", "form.reference", "form.throwing");
    }

    @Test
    void aBodyThatIsHandedItsSpanAndHasNoResult() throws IOException {
        runWithSpan("form.expression", span -> span.recordEvent("expression.done"));
        runWithSpan("form.block", span -> {
            span.recordEvent("block.done");
        });
        runWithSpan("form.reference", this::writeInside);

        assertThat(done).containsExactly("written inside");
        assertThatThrownBy(() -> runWithSpan("form.throwing", span -> {
            throw new IOException("only throws");
        })).isExactlyInstanceOf(IOException.class);
        assertThat(names()).containsExactly("form.expression", "form.block", "form.reference", "form.throwing");
    }

    @Test
    void twoCheckedExceptionsArriveAsWhatTheyAre() {
        List<String> caught = new ArrayList<>();
        for (boolean first : new boolean[] { true, false }) {
            try {
                withSpan("form.two_exceptions", () -> {
                    if (first)
                        throw new SQLException("no table");
                    throw new TimeoutException("too late");
                });
            } catch (SQLException e) {
                caught.add("sql");
            } catch (TimeoutException e) {
                caught.add("timeout");
            } catch (Exception e) {
                caught.add("other");
            }
        }

        assertThat(caught).containsExactly("sql", "timeout");
    }

    @Test
    void attributesBesideTheNameInEveryForm() {
        withSpan("form.value", "order.channel", "web", () -> "result");
        withSpan("form.action", "order.channel", "web", () -> {
        });
        withSpan("form.function", "order.channel", "web", span -> span.isRecording());
        runWithSpan("form.consumer", "order.channel", "web", span -> {
        });
        withSpan("form.two", "order.channel", "web", "order.items", null, () -> "result");
        withSpan("form.three", "order.channel", "web", "order.items", null, "order.total", null, span -> span.isRecording());
        withSpan("form.attributes", WEB, () -> "result");
        runWithSpan("form.options", SpanOptions.ofRoot().with(WEB), span -> {
        });

        assertThat(spans.ended()).hasSize(8)
                .allSatisfy(span -> assertThat(span.getAttributes().asMap()).isEqualTo(WEB.asMap()));
    }

    private List<String> names() {
        return spans.ended().stream().map(SpanData::getName).toList();
    }

    private String read() throws IOException {
        return "read";
    }

    private void write() throws IOException {
        done.add("written");
    }

    private String readInside(ActiveSpan span) throws IOException {
        return span.isRecording() ? "read inside" : "not recording";
    }

    private void writeInside(ActiveSpan span) throws IOException {
        done.add(span.isRecording() ? "written inside" : "not recording");
    }
}
