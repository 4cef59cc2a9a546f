package dev.foundation.tracing.tracestore.traceql.field;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.DroppedCounts;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;
import dev.foundation.tracing.tracestore.traceql.TraceQl;

class DeadlineTest {

    private static final TraceId ID = new TraceId(0, 1);

    @Test
    void aQueryThatMultipliesEventsByLinksIsGivenUp() {
        assertGivenUp("{ event:name = \"x\" && link:spanID = \"1111111111111111\" }", 512);
    }

    @Test
    void aQueryOverManySpansIsGivenUp() {
        assertGivenUp("{ name =~ \".*x\" } >> { duration > 1h }", 0);
    }

    private static void assertGivenUp(String query, int events) {
        Trace trace = Trace.of(ID, LongStream.rangeClosed(1, 300).mapToObj(id -> span(id, events)).toList());

        assertThatThrownBy(() -> TraceQl.parse(query).matches(trace, Deadline.after(Duration.ZERO)))
                .isInstanceOf(QueryTooLongException.class).hasMessageContaining("takes too long");
    }

    private static Span span(long id, int events) {
        SpanEvent event = new SpanEvent("e", 1, Attributes.NONE, 0);
        SpanLink link = new SpanLink(new TraceId(1, 1), new SpanId(1), "", Attributes.NONE, 0);
        return new Span(ID, new SpanId(id), null, "", "s" + id, SpanKind.INTERNAL, 1, 2, Attributes.NONE,
                java.util.Collections.nCopies(events, event), java.util.Collections.nCopies(events, link), DroppedCounts.NONE,
                SpanStatus.UNSET, new Resource(Attributes.NONE, 0), new Scope("", "", Attributes.NONE, 0));
    }
}
