package dev.foundation.tracing.tracestore.page;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One open page. It looks for changes at intervals, so that many of them become one event; a page that reads slowly is skipped
 * and
 * gets the newest state later, so nothing is ever queued for it. Everything happens on the event loop of its connection.
 */
final class LiveReader {

    private static final Logger LOG = Logger.getLogger(LiveReader.class.getName());
    private static final long INTERVAL_MILLIS = 250;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    // Listing a large store takes its time: most of the time is left to those who fill it.
    private static final long REST_FACTOR = 4;
    // But whoever looks on is not kept waiting by one listing that took long, as the first one does.
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Context context;
    private final HttpServerResponse response;
    private final Listing listing;
    private final ListingRequest request;
    private @Nullable String sent;
    private long lastWrite;
    private long nextListing;
    private boolean busy;
    private long timer;

    /** @param lastSeen the tag of the listing that the page has already; null if it has none */
    LiveReader(Context context, HttpServerResponse response, Listing listing, ListingRequest request,
            @Nullable String lastSeen) {
        this.context = context;
        this.response = response;
        this.listing = listing;
        this.request = request;
        sent = lastSeen;
    }

    void start() {
        lastWrite = System.nanoTime();
        nextListing = lastWrite;
        write(ServerSentEvent.HEARTBEAT);
        timer = context.owner().setPeriodic(0, INTERVAL_MILLIS, tick -> look());
    }

    void close() {
        context.runOnContext(now -> {
            context.owner().cancelTimer(timer);
            if (isOpen())
                response.end();
        });
    }

    private void look() {
        if (!isOpen())
            context.owner().cancelTimer(timer);
        else if (!busy && !response.writeQueueFull())
            sendIfChanged(System.nanoTime());
    }

    private void sendIfChanged(long now) {
        String tag = listing.tag();
        if (!tag.equals(sent) && now - nextListing >= 0)
            send(tag, now);
        else if (now - lastWrite > HEARTBEAT_NANOS)
            write(ServerSentEvent.HEARTBEAT);
    }

    private void send(String tag, long began) {
        busy = true;
        context.<Buffer> executeBlocking(() -> ServerSentEvent.of("listing", tag, listing.json(request)), false)
                .onSuccess(text -> deliver(tag, text))
                .onFailure(this::fail)
                .onComplete(done -> rest(System.nanoTime() - began));
    }

    private void deliver(String tag, Buffer text) {
        if (!isOpen())
            return;
        sent = tag;
        write(text);
    }

    private void fail(Throwable failure) {
        if (!(failure instanceof BadRequestException refused))
            LOG.log(Level.SEVERE, "listing traces for an open page failed", failure);
        else if (isOpen())
            response.end(ServerSentEvent.refused(refused));
    }

    private void rest(long tookNanos) {
        busy = false;
        nextListing = System.nanoTime() + Math.min(LONGEST_REST_NANOS, REST_FACTOR * tookNanos);
    }

    private void write(Buffer text) {
        lastWrite = System.nanoTime();
        response.write(text);
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }
}
