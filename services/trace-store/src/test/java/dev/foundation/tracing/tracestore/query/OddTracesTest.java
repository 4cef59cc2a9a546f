package dev.foundation.tracing.tracestore.query;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.common.v1.AnyValue;

/** Traces that no tracer should send, and some do. */
class OddTracesTest extends StoreTest {

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
