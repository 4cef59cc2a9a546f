package dev.foundation.tracing.it.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;

/** A trace that began a moment ago, put together span by span, and sent as any exporter would send it. */
final class HandmadeTrace {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final UUID uuid;
    private final byte[] id;
    private final long begin = TimeUnit.MILLISECONDS.toNanos(Instant.now().toEpochMilli());
    private final Map<Resource, ResourceSpans.Builder> resources = new LinkedHashMap<>();
    private int spans;

    HandmadeTrace() {
        this(UUID.randomUUID());
    }

    HandmadeTrace(UUID id) {
        uuid = id;
        this.id = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    /** To make more spans of the same trace. */
    UUID uuid() {
        return uuid;
    }

    String id() {
        return HexFormat.of().formatHex(id);
    }

    ByteString idBytes() {
        return ByteString.copyFrom(id);
    }

    ByteString root(String service, String name, long untilMillis) {
        return span(service, name, ByteString.EMPTY, 0, untilMillis, span -> {
        });
    }

    ByteString span(String service, String name, ByteString parent, long fromMillis, long untilMillis) {
        return span(service, name, parent, fromMillis, untilMillis, span -> {
        });
    }

    /** @return its id, for its children and for links */
    ByteString span(String service, String name, ByteString parent, long fromMillis, long untilMillis,
            Consumer<Span.Builder> more) {
        ByteString spanId = ByteString.copyFrom(ByteBuffer.allocate(8).putLong(++spans).array());
        Span.Builder span = Span.newBuilder().setTraceId(idBytes()).setSpanId(spanId).setParentSpanId(parent).setName(name)
                .setStartTimeUnixNano(at(fromMillis)).setEndTimeUnixNano(at(untilMillis));
        more.accept(span);
        add(Resource.newBuilder().addAttributes(attribute("service.name", service)).build(), span);
        return spanId;
    }

    void add(Resource resource, Span.Builder span) {
        resources.computeIfAbsent(resource, each -> ResourceSpans.newBuilder().setResource(each)
                .addScopeSpans(ScopeSpans.getDefaultInstance())).getScopeSpansBuilder(0).addSpans(span);
    }

    /** All spans of this resource come from this scope. */
    void scope(Resource resource, InstrumentationScope.Builder scope) {
        resources.get(resource).getScopeSpansBuilder(0).setScope(scope);
    }

    /** @param millis since the trace began */
    long at(long millis) {
        return begin + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    Span.Event event(String name, long millis, KeyValue... attributes) {
        Span.Event.Builder event = Span.Event.newBuilder().setName(name).setTimeUnixNano(at(millis));
        for (KeyValue attribute : attributes)
            event.addAttributes(attribute);
        return event.build();
    }

    static Status failed(String message) {
        return Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR).setMessage(message).build();
    }

    static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    static KeyValue attribute(String key, boolean value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setBoolValue(value)).build();
    }

    static KeyValue attribute(String key, long value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setIntValue(value)).build();
    }

    ExportTraceServiceRequest request() {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        resources.values().forEach(request::addResourceSpans);
        return request.build();
    }

    /** @param store where OTLP over HTTP is taken */
    void sendTo(URI store) {
        HttpRequest post = HttpRequest.newBuilder(store.resolve("/v1/traces")).header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(request().toByteArray())).build();
        try {
            int status = CLIENT.send(post, BodyHandlers.discarding()).statusCode();
            if (status != 200)
                throw new IllegalStateException("the store answered " + status + " to the spans of " + id());
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be reached at " + store, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + id(), e);
        }
    }
}
