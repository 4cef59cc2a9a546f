package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What is worth a few words beside a span: first what its kind of operation is judged by, then the application's own. */
final class Notes {

    /** Attributes of OpenTelemetry's own conventions say the same for every call: they are left out unless chosen below. */
    private static final List<String> CONVENTIONAL = List.of("http.", "url.", "server.", "client.", "network.", "user_agent.",
            "thread.", "code.", "db.", "peer.", "otel.", "error.", "exception.", "messaging.", "rpc.", "cache.", "batch.");

    private final Trace trace;

    Notes(Trace trace) {
        this.trace = trace;
    }

    List<String> about(Row row) {
        SpanEvent event = row.event();
        return event == null ? aboutSpan(row.span()) : aboutEvent(event);
    }

    private List<String> aboutSpan(TraceSpan span) {
        List<String> notes = new ArrayList<>();
        addFailure(notes, span);
        Map<String, Object> attributes = span.attributes();
        add(notes, attributes, "http.response.status_code", String::valueOf);
        add(notes, attributes, "cache.hit", hit -> hit.equals(true) ? "cache hit" : "cache miss");
        add(notes, attributes, "cache.name", String::valueOf);
        add(notes, attributes, "batch.size", size -> size.equals(1L) ? "1 item" : size + " items");
        if (attributes.get("batch.failed") instanceof Long failed && failed > 0)
            notes.add(failed + " failed");
        add(notes, attributes, "batch.item.index", index -> "item " + index);
        add(notes, attributes, "db.operation.name", String::valueOf);
        add(notes, attributes, "db.query.summary", String::valueOf);
        add(notes, attributes, "db.query.text", String::valueOf);
        addOthers(notes, attributes);
        // A failed HTTP client says its status as message and as attribute.
        return notes.stream().distinct().toList();
    }

    private void addFailure(List<String> notes, TraceSpan span) {
        if (span.parentId() != null && trace.parent(span).isEmpty())
            notes.add("parent " + span.parentId() + " is missing");
        if (!span.isError())
            return;
        if (!span.statusMessage().isEmpty())
            notes.add(span.statusMessage());
        else if (span.eventsNamed("exception").isEmpty() && !span.attributes().containsKey("http.response.status_code"))
            add(notes, span.attributes(), "error.type", Notes::simpleName);
    }

    private List<String> aboutEvent(SpanEvent event) {
        List<String> notes = new ArrayList<>();
        Object message = event.attributes().get("exception.message");
        add(notes, event.attributes(), "exception.type", type -> simpleName(type) + (message == null ? "" : ": " + message));
        addOthers(notes, event.attributes());
        return notes;
    }

    private static void add(List<String> notes, Map<String, Object> attributes, String key, Function<Object, String> note) {
        @Nullable
        Object value = attributes.get(key);
        if (value != null)
            notes.add(note.apply(value));
    }

    private static void addOthers(List<String> notes, Map<String, Object> attributes) {
        attributes.forEach((key, value) -> {
            if (CONVENTIONAL.stream().noneMatch(key::startsWith))
                notes.add(key + "=" + value);
        });
    }

    private static String simpleName(Object type) {
        return type.toString().substring(type.toString().lastIndexOf('.') + 1);
    }
}
