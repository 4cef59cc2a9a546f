package dev.foundation.tracing.runtime.attributes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attributes that are different each time by what they mean, in OpenTelemetry's conventions and in this extension's. */
final class UnboundedKeys {

    private static final Set<String> KNOWN = Set.of("cache.key.hash", "url.full", "url.path", "url.query", "http.url",
            "http.target", "client.port", "network.peer.port", "network.local.port", "net.peer.port", "client.address",
            "network.peer.address", "user_agent.original", "thread.id", "thread.name", "db.query.text", "db.statement",
            "messaging.message.id", "messaging.message.conversation_id", "messaging.kafka.offset", "http.request.body.size",
            "http.response.body.size", "session.id", "enduser.id", "user.id", "code.line.number");
    private static final List<String> KNOWN_PREFIXES = List.of("exception.", "http.request.header.", "http.response.header.",
            "db.query.parameter.");

    private final Set<String> keys;

    UnboundedKeys(Set<String> more) {
        keys = Stream.concat(KNOWN.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String key) {
        return keys.contains(key) || hasKnownPrefix(key);
    }

    // A loop, for it is done for each attribute that is exported.
    private static boolean hasKnownPrefix(String key) {
        for (String prefix : KNOWN_PREFIXES) {
            if (key.startsWith(prefix))
                return true;
        }
        return false;
    }
}
