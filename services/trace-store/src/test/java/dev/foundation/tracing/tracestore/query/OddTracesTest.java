package dev.foundation.tracing.tracestore.query;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.common.v1.AnyValue;

/** Traces that no tracer should send, and some do. */
class OddTracesTest extends StoreTest {

    // Every kind of answer, with each of the relations between spans that TraceQL has.
    private static final List<String> ANSWERS = Stream.concat(
            Stream.of("/api/traces/ID", "/api/v2/traces/ID", "/api/search", "/api/search/tags", "/api/v2/search/tags",
                    "/api/v2/search/tag/name/values", "/api/v2/search/tag/rootName/values", "/api/store/traces", "/metrics",
                    "/api/metrics/query_range?q=" + encoded("{} | rate() by (name)") + "&start=1795358000&end=1795359000"),
            Stream.of("{}", "{} >> {}", "{} << {}", "{} > {}", "{} < {}", "{} ~ {}", "{} &>> {}", "{} &~ {}", "{} !>> {}",
                    "{} !~ {}", "{} | by(name) | count() > 0", "{ traceDuration > 1ns }", "{ rootName = \"work\" }",
                    "{ nestedSetParent < 0 }", "{ span:childCount > 1 }").map(query -> "/api/search?q=" + encoded(query)))
            .toList();

    @Test
    void tenThousandSpansDeep() {
        List<SpanFixture> chain = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++)
            chain.add(i == 1 ? aSpan().inTrace(7) : aSpan().inTrace(7).withId(i).below(i - 1));
        client.export(chain);

        assertThat(client.spans(7)).hasSize(10_000);
        assertThat(client.search("q=%7B%7D")).containsExactly(hexTraceId(7));
    }

    @Test
    void spansThatAreEachOthersParents() {
        client.export(aSpan().inTrace(7).withId(1).below(2), aSpan().inTrace(7).withId(2).below(1),
                aSpan().inTrace(7).withId(3).below(3));

        assertThat(client.spans(7)).hasSize(3);
        assertThat(client.search("q=%7B%7D")).containsExactly(hexTraceId(7));
    }

    @Test
    void aSpanThatEndsBeforeItStarts() {
        client.export(aSpan().inTrace(7).lasting(ofMillis(-50)));

        assertThat(client.search("maxDuration=1ns")).containsExactly(hexTraceId(7));
    }

    static Stream<Named<List<SpanFixture>>> oddTraces() {
        return Stream.of(named("ten thousand deep", chain(10_000)), named("parents of each other", cycle()),
                named("below one that is missing", List.of(aSpan().inTrace(7).below(99))),
                named("the same id several times",
                        List.of(aSpan().inTrace(7), aSpan().inTrace(7), aSpan().inTrace(7).below(1))),
                named("ended before it started", List.of(aSpan().inTrace(7).lasting(ofMillis(-50)))),
                named("times beyond all clocks", List.of(beyondAllClocks())), named("backwards", reversed(chain(1000))),
                named("ten thousand children", children(10_000)));
    }

    @ParameterizedTest
    @MethodSource("oddTraces")
    void everyQuestionIsAnswered(List<SpanFixture> spans) {
        client.export(spans);

        for (String path : ANSWERS) {
            HttpResponse<byte[]> answer = client.get(path.replace("ID", hexTraceId(7)));
            assertThat(answer.statusCode()).as("%s: %s", path, StoreClient.text(answer)).isEqualTo(200);
        }
        HttpResponse<byte[]> protobuf = client.send(client.query("/api/v2/traces/" + hexTraceId(7))
                .header("Accept", "application/protobuf"));
        assertThat(protobuf.statusCode()).isEqualTo(200);
        assertThat(client.spans(7)).hasSize(spans.size());
    }

    @ParameterizedTest
    @MethodSource("oddTraces")
    void theOrderInWhichItCameDoesNotMatter(List<SpanFixture> spans) {
        for (SpanFixture span : reversed(spans.subList(0, Math.min(100, spans.size()))))
            client.export(span);
        client.export(aSpan().inTrace(8));
        client.export(spans.subList(Math.min(100, spans.size()), spans.size()));

        assertThat(client.spans(7)).hasSize(spans.size());
        assertThat(client.search("q=" + encoded("{} && {trace:id=\"" + hexTraceId(7) + "\"}"))).containsExactly(hexTraceId(7));
    }

    private static SpanFixture beyondAllClocks() {
        SpanFixture span = aSpan().inTrace(7);
        span.raw().setStartTimeUnixNano(-1).setEndTimeUnixNano(0);
        return span;
    }

    private static List<SpanFixture> chain(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(i -> i == 1 ? aSpan().inTrace(7) : aSpan().inTrace(7).withId(i).below(i - 1)).toList();
    }

    private static List<SpanFixture> cycle() {
        return List.of(aSpan().inTrace(7).withId(1).below(2), aSpan().inTrace(7).withId(2).below(1),
                aSpan().inTrace(7).withId(3).below(3), aSpan().inTrace(7).withId(4).below(1));
    }

    private static List<SpanFixture> children(int number) {
        return Stream.concat(Stream.of(aSpan().inTrace(7)),
                IntStream.rangeClosed(2, number).mapToObj(i -> aSpan().inTrace(7).withId(i).below(1))).toList();
    }

    private static List<SpanFixture> reversed(List<SpanFixture> spans) {
        List<SpanFixture> reversed = new ArrayList<>(spans);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Test
    void aSpanThatComesTwiceIsKeptTwice() {
        client.export(aSpan().inTrace(7));
        client.export(aSpan().inTrace(7));

        assertThat(client.spans(7)).hasSize(2);
    }

    @Test
    void theRootThatComesLast() {
        client.export(aSpan().inTrace(7).withId(2).below(1));
        client.export(aSpan().inTrace(7).withId(1).named("root"));

        assertThat(client.json("/api/search").getJsonArray("traces").getJsonObject(0).getString("rootTraceName"))
                .isEqualTo("root");
    }

    @Test
    void numbersThatJsonDoesNotHave() {
        client.export(aSpan().inTrace(7).with("nan", AnyValue.newBuilder().setDoubleValue(Double.NaN).build()));

        assertThat(client.spans(7).get(0).getJsonArray("attributes").getJsonObject(0).getJsonObject("value")
                .getString("doubleValue")).isEqualTo("NaN");
    }

    @Test
    void aShortIdFindsAnIdWithLeadingZeros() {
        client.export(aSpan().inTrace(0xabc));

        assertThat(client.get("/api/traces/abc").statusCode()).isEqualTo(200);
        assertThat(client.search("")).containsExactly("00000000000000000000000000000abc");
    }
}
