package dev.foundation.tracing.test.tree;

import static dev.foundation.tracing.test.SpanFixture.aSpan;
import static dev.foundation.tracing.test.SpanFixture.traceOf;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.foundation.tracing.test.AnOrder;
import dev.foundation.tracing.test.SpanFixture;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.Trace;

class GoldenTraceTest {

    private static final String NAME = "traces/order.trace";

    @TempDir
    Path directory;

    @Test
    void aTraceIsWrittenWithoutWhatIsAnotherAtEveryRun() {
        Trace trace = traceOf(aSpan("POST /orders").of(SpanKind.SERVER).lasting(ofMillis(100)).with("thread.id", 7L)
                .with("url.full", "http://127.0.0.1:43567/orders/097f38b2-5ca8-45ab-9c1a-0b7a7e3e8a11?at=2026-11-24T08:04:13Z")
                .with("http.response.status_code", 201L).with("server.port", 43567L),
                aSpan("order.place").below("POST /orders").failed("no").startingAt(1).with("order.skus", List.of("tea-01"))
                        .event("order [odd]", 2, Map.of("total", 1.5)).linkedTo("a", "b"));

        assertThat(TreeText.of(trace)).isEqualTo("""
                POST /orders [shop] SERVER
                  | http.response.status_code = 201
                  | server.port = *
                  | thread.id = *
                  | url.full = "http://127.0.0.1:*/orders/*?at=*"
                  ✗ order.place
                    | order.skus = ["tea-01"]
                    ◇ "order [odd]"
                      | total = 1.5
                    → *
                """);
    }

    @Test
    void anOrphanMayHaveStartedBeforeARootOfItsName() {
        Trace trace = traceOf(aSpan("a").startingAt(20).lasting(ofMillis(1)),
                aSpan("a").withId("lost").below("away").startingAt(1).lasting(ofMillis(1)));

        assertThat(TreePattern.strict(TreeText.of(trace)).compare(trace).summary()).isEqualTo("nothing differs");
    }

    @RepeatedTest(300)
    void aTraceMatchesItsOwnText(RepetitionInfo repetition) {
        Trace trace = anyTrace(new Random(repetition.getCurrentRepetition()));

        assertThat(TreePattern.strict(TreeText.of(trace)).compare(trace).summary()).as(TreeText.of(trace))
                .isEqualTo("nothing differs");
    }

    @RepeatedTest(300)
    void aTraceThatDoesNotMatchDiffersInSomething(RepetitionInfo repetition) {
        Trace trace = anyTrace(new Random(repetition.getCurrentRepetition()));
        String other = TreeText.of(anyTrace(new Random(1_000 + repetition.getCurrentRepetition())));
        boolean matches = new TreeMatcher(new SpanTree(trace), new SpanCheck(true)).matches(TreeParser.parse(other, true),
                new SpanTree(trace).tops(), null);

        assertThat(TreePattern.strict(other).compare(trace).isEmpty()).isEqualTo(matches);
    }

    private static Trace anyTrace(Random random) {
        List<String> names = List.of("a", "GET /files/*", "\"quoted\"", "[b]", "x [y]", "line\nfeed", "", " ", "…", "more …",
                "| a = b", "◇ e", "✗ f", "SERVER", "a SERVER", "# c", "é→ü", "-> x", "097f38b2-5ca8-45ab-9c1a-0b7a7e3e8a11",
                "a\\b", "get 0af7651916cd43dd8448eb211c80319c", "!", "...");
        List<SpanFixture> spans = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            SpanFixture span = aSpan(names.get(random.nextInt(names.size()))).withId("s" + i)
                    .in(List.of("shop", "", "a b", "[c]").get(random.nextInt(4)))
                    .of(List.of(SpanKind.values()).get(random.nextInt(SpanKind.values().length))).startingAt(random.nextInt(30))
                    .lasting(ofMillis(random.nextInt(30)))
                    .with(names.get(random.nextInt(5)) + "key", names.get(random.nextInt(20)))
                    .with("number", random.nextBoolean() ? (Object) 1.0 : 1L).with("odd", Double.NaN)
                    .with("bytes", new byte[] { 1 })
                    .with("nested", Map.of("list", List.of("097f38b2-5ca8-45ab-9c1a-0b7a7e3e8a11")))
                    .event(names.get(random.nextInt(names.size())), 1, Map.of("a", true));
            if (i > 0 && random.nextInt(4) > 0)
                span.below("s" + random.nextInt(i));
            spans.add(random.nextInt(5) == 0 ? span.failed("") : span);
        }
        return traceOf(spans.toArray(SpanFixture[]::new));
    }

    @Test
    void whatIsMissingIsSaidWithHowToWriteIt() {
        GoldenTrace.Mismatch mismatch = golden(false).check(AnOrder.TRACE).orElseThrow();

        assertThat(mismatch.message()).startsWith("there is no golden trace " + directory.resolve(NAME)
                + ". To write it: mvn verify -Dtrace.golden.update. It would be:\n\nPOST /orders [storefront] SERVER\n");
    }

    @Test
    void whatWasWrittenIsMatched() {
        assertThat(golden(true).check(AnOrder.TRACE)).isEmpty();

        assertThat(golden(false).check(AnOrder.TRACE)).isEmpty();
    }

    @Test
    void aDifferenceIsShownAsOne() {
        golden(true).check(traceOf(aSpan("root").lasting(ofMillis(90)), aSpan("a").below("root").startingAt(1),
                aSpan("b").below("root").startingAt(20).with("size", 1L)));

        GoldenTrace.Mismatch mismatch = golden(false).check(traceOf(aSpan("root").lasting(ofMillis(90)),
                aSpan("a").below("root").startingAt(1), aSpan("b").below("root").startingAt(20).with("size", 2L)))
                .orElseThrow();

        assertThat(mismatch.message()).isEqualTo("the trace differs from " + directory.resolve(NAME) + """
                : 1 span is not as expected. To accept it: mvn verify -Dtrace.golden.update

                  root [shop]
                    a
                    b
                -     | size = 1
                +     | size = 2
                """);
    }

    @Test
    void aStarThatSomebodyWroteIsKept() throws IOException {
        Trace before = traceOf(aSpan("root").with("total", "12.40").with("state", "NEW"));
        Trace after = traceOf(aSpan("root").with("total", "13.10").with("state", "DONE"));
        golden(true).check(before);
        Path file = directory.resolve(NAME);
        Files.writeString(file, Files.readString(file).replace("\"12.40\"", "*"));

        assertThat(golden(false).check(after).orElseThrow().message()).contains("-   | state = \"NEW\"")
                .doesNotContain("13.10");
        golden(true).check(after);

        assertThat(file).hasContent("root [shop]\n  | state = \"DONE\"\n  | total = *\n");
    }

    @Test
    void aFileThatIsRightIsNotTouched() throws IOException {
        golden(true).check(AnOrder.TRACE);
        Path file = directory.resolve(NAME);
        Object before = Files.getAttribute(file, "unix:ino");

        golden(true).check(AnOrder.TRACE);

        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
    }

    @Test
    void aNameCannotLeaveTheDirectory() {
        assertThatThrownBy(() -> new GoldenTrace(directory, "../other.trace", true))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("name a file below it");
    }

    @Test
    void filesAreThoseOfTheModulesTestResources() {
        assertThat(GoldenTrace.named("a.trace")).isNotNull();
        assertThat(GoldenTrace.named("none.trace").check(AnOrder.TRACE).orElseThrow().message())
                .contains(Path.of("src", "test", "resources", "none.trace").toString());
    }

    private GoldenTrace golden(boolean update) {
        return new GoldenTrace(directory, NAME, update);
    }
}
