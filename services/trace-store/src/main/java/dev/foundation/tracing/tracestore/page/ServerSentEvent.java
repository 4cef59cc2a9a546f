package dev.foundation.tracing.tracestore.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The text of events. JSON has no line ends outside of strings and escapes them inside, so one line of data is enough. */
final class ServerSentEvent {

    /** Nobody sees it; it keeps the connection, and shows that the other side is gone. */
    static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private ServerSentEvent() {
    }

    /** @param id what the reader sends when it comes back; empty for none */
    static Buffer of(String event, String id, JsonObject data) {
        Buffer text = Buffer.buffer("event: " + event + "\n");
        if (!id.isEmpty())
            text.appendString("id: " + id + "\n");
        return text.appendString("data: ").appendBuffer(data.toBuffer()).appendString("\n\n");
    }

    /** Nothing follows it. A page cannot read the body of an event source that is answered with an error. */
    static Buffer refused(BadRequestException refusal) {
        return of("refused", "", refusal.json());
    }
}
