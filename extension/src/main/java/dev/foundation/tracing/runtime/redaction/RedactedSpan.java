package dev.foundation.tracing.runtime.redaction;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** A span without its secrets. */
final class RedactedSpan extends DelegatingSpanData {

    /** All that a span says in words. */
    record Words(String name, Attributes attributes, List<EventData> events, List<LinkData> links, StatusData status,
            Resource resource) {

        @SuppressWarnings("ReferenceEquality") // what has no secrets is handed on as it is
        boolean areThoseOf(SpanData span) {
            return name == span.getName() && attributes == span.getAttributes() && events == span.getEvents()
                    && links == span.getLinks() && status == span.getStatus() && resource == span.getResource();
        }
    }

    private final Words words;

    RedactedSpan(SpanData span, Words words) {
        super(span);
        this.words = words;
    }

    @Override
    public String getName() {
        return words.name();
    }

    @Override
    public Attributes getAttributes() {
        return words.attributes();
    }

    @Override
    public List<EventData> getEvents() {
        return words.events();
    }

    @Override
    public List<LinkData> getLinks() {
        return words.links();
    }

    @Override
    public StatusData getStatus() {
        return words.status();
    }

    @Override
    public Resource getResource() {
        return words.resource();
    }
}
