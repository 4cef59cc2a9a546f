package dev.foundation.tracing.tracestore.page;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.foundation.tracing.tracestore.StoreTest;
import dev.foundation.tracing.tracestore.page.EventStream.Event;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a page that is open hears. */
@Timeout(60)
class LiveTest extends StoreTest {

    @Test
    void whatIsThereComesFirst() {
        client.export(aSpan().inTrace(7));
        try (EventStream events = listen("")) {
            assertThat(ids(events.next())).containsExactly(hexTraceId(7));
        }
    }

    @Test
    void aNewTraceIsAnEvent() {
        try (EventStream events = listen("")) {
            assertThat(ids(events.next())).isEmpty();
            client.export(aSpan().inTrace(7));

            assertThat(ids(events.next())).containsExactly(hexTraceId(7));
        }
    }

    @Test
    void manyChangesAreFewEvents() {
        try (EventStream events = listen("")) {
            events.next();
            for (int trace = 1; trace <= 100; trace++)
                client.export(aSpan().inTrace(trace));
            int heard = 0;
            while (ids(events.next()).size() < 100)
                heard++;

            assertThat(heard).isLessThan(50);
        }
    }

    @Test
    void onlyWhatIsAskedForIsListed() {
        client.export(aSpan().inTrace(1).of("orders"), aSpan().inTrace(2).of("payments"));
        try (EventStream events = listen("?q=%7Bresource.service.name%3D%22payments%22%7D")) {
            assertThat(ids(events.next())).containsExactly(hexTraceId(2));
        }
    }

    @Test
    void aQueryThatIsNotUnderstoodIsRefusedByAnEventThatSaysWhere() {
        try (EventStream events = listen("?q=%7B+status+%3D%3D+error+%7D")) {
            Event refused = events.next();
            events.end();

            assertThat(refused.name()).isEqualTo("refused");
            assertThat(refused.data().getString("message")).contains("unexpected =");
            assertThat(refused.data().getInteger("column")).isEqualTo(11);
        }
    }

    @Test
    void whoComesBackIsNotToldWhatItKnows() {
        client.export(aSpan().inTrace(1));
        String known;
        try (EventStream events = listen("")) {
            known = events.next().id();
        }
        try (EventStream events = EventStream.open(store.queryPort(), "", "Last-Event-ID", known)) {
            client.export(aSpan().inTrace(2).startingAfter(Duration.ofSeconds(1)));

            assertThat(ids(events.next())).containsExactly(hexTraceId(2), hexTraceId(1));
        }
    }

    @Test
    void closingTheStoreEndsTheStreamInOrder() {
        try (EventStream events = listen("")) {
            events.next();
            store.close();

            events.end();
        }
    }

    @Test
    void thereIsRoomForSoManyPagesAndAgainWhenOneIsClosed() {
        List<EventStream> open = new ArrayList<>();
        for (int i = 0; i < LiveRoute.MAX_READERS; i++)
            open.add(listen(""));

        assertThat(client.get("/api/store/live").statusCode()).isEqualTo(503);
        open.remove(0).close();
        await().until(() -> {
            EventStream another = listen("");
            open.add(another);
            return another.response().statusCode() == 200;
        });
        open.forEach(EventStream::close);
    }

    @Test
    void theStreamIsKeptByNobodyOnItsWay() {
        try (EventStream events = listen("")) {
            assertThat(events.response().headers().firstValue("content-type")).contains("text/event-stream");
            assertThat(events.response().headers().firstValue("cache-control")).contains("no-store");
        }
    }

    private EventStream listen(String parameters) {
        return EventStream.open(store.queryPort(), parameters);
    }

    private static List<String> ids(Event event) {
        JsonArray traces = event.data().getJsonArray("traces");
        return traces.stream().map(trace -> ((JsonObject) trace).getString("traceID")).toList();
    }
}
