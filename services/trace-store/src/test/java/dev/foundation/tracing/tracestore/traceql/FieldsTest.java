package dev.foundation.tracing.tracestore.traceql;

import static dev.foundation.tracing.tracestore.traceql.TraceFixture.aTrace;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.event;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.flag;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.real;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.text;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.texts;
import static dev.foundation.tracing.tracestore.traceql.TraceFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.TraceId;

class FieldsTest {

    private final TraceFixture trace = aTrace().lasting(1, 0, "a", 100, whole("n", 5), real("r", 2.5), flag("yes", true),
            text("who", "ada"), texts("tags", "x", "y"), new Attribute("raw", AttributeValue.Bytes.of(new byte[] { 1 })),
            text("strange name", "v"), text("minus-and+plus", "w"));

    @ParameterizedTest
    @ValueSource(strings = { "{ span.n = 5 }", "{ 5 = span.n }", "{ .n > 4 && .n < 6 }", "{ .n != 4 }", "{ .n + 1 = 6 }",
            "{ .n * 2 - 1 = 9 }", "{ -.n = -5 }", "{ .n ^ 2 = 25 }", "{ .n % 3 = 2 }", "{ .n / 2 = 2 }", "{ .r = 2.5 }",
            "{ .r > 2.4 }", "{ .n > .r }", "{ .yes }", "{ .yes = true }", "{ !(.yes = false) }", "{ .who = \"ada\" }",
            "{ .who =~ `a.a` }", "{ .who !~ \"b.*\" }", "{ .who >= \"abc\" }", "{ .tags = \"x\" }", "{ .tags =~ \"[y]\" }",
            "{ .tags != \"z\" }", "{ .tags != \"x\" }", "{ .tags !~ \"x\" }", "{ .service.name = nil }",
            "{ span:parentID = `0000000000000000` }",
            "{ span:id != `0000000000000002` }", "{ span.\"strange name\" = \"v\" }", "{ .minus-and+plus = \"w\" }",
            "{ .who != nil }",
            "{ nil != .who }", "{ .nobody = nil }", "{ duration = 100ms }", "{ duration > 0.05s }", "{ duration <= 1d }",
            "{ duration > 5 }", "{ name = \"a\" && rootName = \"a\" && rootServiceName = \"shop\" }",
            "{ kind = internal && status = unset && statusMessage = \"\" }", "{ resource.service.name = \"shop\" }",
            "{ .service.name = \"shop\" }", "{ trace:id = \"0abc\" }", "{ span:childCount = 0 }", "{ 1 = 1 }",
            "{ false || true && true }", "{ true || true && false || true }", "{} // and a comment" })
    void isTrueOfTheSpan(String query) {
        assertThat(trace.found(query)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // What is not there is neither equal nor different.
            "{ .nobody != 1 }", "{ .nobody !~ \"x\" }", "{ .nobody > 1 }", "{ .nobody = nil && span.who = nil }",
            // Texts are no numbers.
            "{ .n = \"5\" }", "{ .who > 1 }",
            // A regular expression matches as a whole.
            "{ .who =~ \"ad\" }",
            // No element differs.
            "{ .tags !~ \"x|y\" }",
            // Not of an event where there is none.
            "{ event.k = nil }", "{ .k = 1 }",
            // True or false must be on both sides.
            "{ true || .nobody }",
            // Tempo keeps whole numbers and others apart, and durations are no attributes.
            "{ .n = 5.0 }", "{ .r > 2 }", "{ .n < 1h }",
            // Bytes are there, but nothing can be said of them.
            "{ span.raw != nil }", "{ span.raw = nil }",
            // && and || bind alike, from the left.
            "{ true || true && false }",
            // Neither true nor false.
            "{ .nobody || true }", "{ .n / 0 = 1 }", "{ nil = nil }", "{ span:id = \"0000000000000001\" }" })
    void isNotTrueOfTheSpan(String query) {
        assertThat(trace.found(query)).isEmpty();
    }

    @Test
    void whatIsAskedOfAnEventMustBeTrueOfOneEvent() {
        TraceFixture events = aTrace().withEvents(1, "a", event("first", text("k", "1")), event("second", text("k", "2")));

        assertThat(events.found("{ event:name = \"second\" && event.k = \"2\" }")).containsExactly("a");
        assertThat(events.found("{ event:name = \"first\" && event.k = \"2\" }")).isEmpty();
        assertThat(events.found("{ event:timeSinceStart = 5ms }")).containsExactly("a");
    }

    @Test
    void aLinkIsFoundByWhatItPointsTo() {
        TraceFixture linked = aTrace().withLink(1, "a", new SpanLink(new TraceId(1, 2), new SpanId(-1), "",
                new Attributes(java.util.List.of(text("why", "retry"))), 0));

        assertThat(linked.found("{ link:spanID = \"ffffffffffffffff\" && link.why = \"retry\" }")).containsExactly("a");
        assertThat(linked.found("{ link:traceID = \"00000000000000010000000000000002\" }")).containsExactly("a");
    }

    @Test
    void aRegularExpressionTakesNoLongerForBeingNested() {
        TraceFixture evil = aTrace().span(1, 0, "a".repeat(2000));

        assertThat(evil.found("{ name =~ \"(a*)*b\" }")).isEmpty();
    }
}
