package dev.foundation.tracing.deployment.diagnostics;

import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.startSpan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.control.Diagnostics;

/** Begins what nobody ends, and looks for spans where there are none. */
@Path("/desk")
public class Desk {

    @Inject
    Diagnostics diagnostics;

    @GET
    @Path("lost")
    public boolean losesSpans() {
        return diagnostics.report().spans().dropped() > 0;
    }

    @GET
    public String open() {
        return "open";
    }

    /** @return an address at which nothing listens */
    static String deserted() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a thread that ends, for as long as a span is current on one it is not lost. */
    static void forget() throws InterruptedException {
        Thread thread = new Thread(() -> startSpan("desk.forgotten"));
        thread.start();
        thread.join();
    }

    static void speakToNobody() {
        recordEvent("desk.unheard");
    }
}
