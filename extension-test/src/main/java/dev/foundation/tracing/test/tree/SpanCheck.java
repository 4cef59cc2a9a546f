package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.tree.TreeNode.EventPattern;

/**
 * Compares one span with what was written about it.
 *
 * @param strict whether what was not written must not be there
 */
record SpanCheck(boolean strict) {

    /** @return what differs, its name apart; empty if nothing does */
    List<String> complaints(TreeNode node, TraceSpan span, @Nullable TraceSpan parent) {
        List<String> complaints = new ArrayList<>();
        checkOrigin(complaints, node.span(), span, parent);
        checkStatus(complaints, node.span(), span);
        checkAttributes(complaints, "", node.attributes(), span.attributes());
        checkEvents(complaints, node.events(), span.events());
        if (strict ? node.links() != span.links().size() : node.links() > span.links().size())
            complaints.add("links: expected " + node.links() + ", found " + span.links().size());
        return complaints;
    }

    private void checkOrigin(List<String> complaints, SpanPattern pattern, TraceSpan span, @Nullable TraceSpan parent) {
        Glob service = pattern.service();
        if (service == null && strict && parent != null)
            service = Glob.literal(parent.service());
        if (service != null && !service.matches(span.service()))
            complaints.add("service: expected " + service + ", was " + span.service());
        SpanKind kind = pattern.kind() == null && strict ? SpanKind.INTERNAL : pattern.kind();
        if (kind != null && kind != span.kind())
            complaints.add("kind: expected " + kind + ", was " + span.kind());
    }

    private void checkStatus(List<String> complaints, SpanPattern pattern, TraceSpan span) {
        if (pattern.failed() && !span.isError())
            complaints.add("expected to have failed");
        if (strict && !pattern.failed() && span.isError())
            complaints.add("expected not to have failed");
    }

    private void checkAttributes(List<String> complaints, String of, Map<String, @Nullable Object> expected,
            Map<String, Object> found) {
        expected.forEach((key, value) -> {
            Object actual = found.get(key);
            if (actual == null)
                complaints.add(of + key + ": expected " + shown(value) + ", was not there");
            else if (!JsonValue.matches(value, actual))
                complaints.add(of + key + ": expected " + shown(value) + ", was " + JsonValue.text(actual));
        });
        if (strict)
            found.forEach((key, value) -> {
                if (!expected.containsKey(key))
                    complaints.add(of + key + ": not expected, was " + JsonValue.text(value));
            });
    }

    private void checkEvents(List<String> complaints, List<EventPattern> expected, List<SpanEvent> found) {
        int next = 0;
        for (EventPattern event : expected) {
            int at = indexOf(event, found, next);
            if (at < 0) {
                complaints.add("events: expected " + expected.stream().map(EventPattern::name).toList() + ", found "
                        + found.stream().map(SpanEvent::name).toList());
                return;
            }
            checkAttributes(complaints, event.name() + ": ", event.attributes(), found.get(at).attributes());
            next = at + 1;
        }
        if (strict && expected.size() != found.size())
            complaints.add("events: expected " + expected.stream().map(EventPattern::name).toList() + ", found "
                    + found.stream().map(SpanEvent::name).toList());
    }

    /** Prefers an event that is as expected in all, and takes one of the name if there is none. */
    private int indexOf(EventPattern event, List<SpanEvent> found, int from) {
        int namesake = -1;
        for (int i = from; i < found.size(); i++)
            if (event.name().matches(found.get(i).name())) {
                List<String> complaints = new ArrayList<>();
                checkAttributes(complaints, "", event.attributes(), found.get(i).attributes());
                if (complaints.isEmpty() || strict)
                    return i;
                namesake = namesake < 0 ? i : namesake;
            }
        return namesake;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "some value" : JsonValue.text(Objects.requireNonNull(value));
    }
}
