package dev.foundation.tracing.deployment.http;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;

/** What tests of calls have in common. */
final class Calls {

    private Calls() {
    }

    /** A call's span may end after its response has arrived, so this waits. */
    static SpanData only(EndedSpans spans, SpanKind kind) {
        List<SpanData> found = await("span of kind " + kind).until(() -> of(spans, kind), all -> !all.isEmpty());
        if (found.size() != 1)
            throw new AssertionError("expected one span of kind " + kind + ", got " + found);
        return found.get(0);
    }

    static List<SpanData> of(EndedSpans spans, SpanKind kind) {
        return spans.all().stream().filter(span -> span.getKind() == kind).toList();
    }

    /** @return an address of this machine where nobody listens */
    static URI nobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
    }
}
