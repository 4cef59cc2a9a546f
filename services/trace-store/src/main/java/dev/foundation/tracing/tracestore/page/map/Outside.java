package dev.foundation.tracing.tracestore.page.map;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.page.map.MapNode.Kind;

/**
 * What a client's span says of the one it called, where that one records no spans. Older names of attributes are known too.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/">OpenTelemetry's semantic conventions</a>
 */
final class Outside {

    private static final List<String> DATABASE = List.of("db.system.name", "db.system");
    private static final List<String> DATABASE_NAME = List.of("db.namespace", "db.name");
    private static final List<String> DESTINATION = List.of("messaging.destination.name", "messaging.destination");
    private static final List<String> ADDRESS = List.of("server.address", "net.peer.name");
    private static final List<String> PORT = List.of("server.port", "net.peer.port");

    private Outside() {
    }

    /** @return the other side; null if the span is no client's or does not say */
    static @Nullable MapNode of(Span span) {
        if (span.kind() != SpanKind.CLIENT && span.kind() != SpanKind.PRODUCER)
            return null;
        String database = first(span, DATABASE);
        if (!database.isEmpty())
            return new MapNode(Kind.DATABASE, joined(database, first(span, DATABASE_NAME)));
        String messaging = first(span, List.of("messaging.system"));
        if (!messaging.isEmpty())
            return new MapNode(Kind.MESSAGING, joined(messaging, first(span, DESTINATION)));
        String address = address(span);
        return address.isEmpty() ? null : new MapNode(Kind.OUTER, address);
    }

    /** @return host and port that were called; empty if the span does not say */
    static String address(Span span) {
        String host = first(span, ADDRESS);
        String port = first(span, PORT);
        return host.isEmpty() || port.isEmpty() ? host : host + ":" + port;
    }

    private static String joined(String what, String which) {
        return which.isEmpty() ? what : what + " " + which;
    }

    private static String first(Span span, List<String> keys) {
        Attributes attributes = span.attributes();
        for (String key : keys) {
            AttributeValue value = attributes.find(key);
            if (value != null)
                return value.asText();
        }
        return "";
    }
}
