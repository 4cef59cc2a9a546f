package dev.foundation.tracing.runtime.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.foundation.tracing.runtime.config.RedactionConfig;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** Takes secrets out of spans. One that has none is handed on as it is. Safe from any thread. */
public final class Redaction implements UnaryOperator<SpanData> {

    private final SafeAttributes safe;
    private volatile SafeResource lastResource = new SafeResource(Resource.empty(), Resource.empty());

    private Redaction(SafeAttributes safe) {
        this.safe = safe;
    }

    /**
     * @param secretParameters of addresses, besides those that are known
     * @return what takes out what the settings say
     */
    public static UnaryOperator<SpanData> of(RedactionConfig config, Set<String> secretParameters) {
        return config.enabled() ? new Redaction(safe(config, secretParameters)) : UnaryOperator.identity();
    }

    /** The same for attributes that leave the process on another way than spans. */
    public static UnaryOperator<Attributes> ofAttributes(RedactionConfig config, Set<String> secretParameters) {
        return config.enabled() ? safe(config, secretParameters)::of : UnaryOperator.identity();
    }

    private static SafeAttributes safe(RedactionConfig config, Set<String> secretParameters) {
        return new SafeAttributes(new SecretKeys(config.keys().orElse(Set.of()), config.allowedKeys().orElse(Set.of())),
                new SafeUrls(secretParameters));
    }

    @Override
    public SpanData apply(SpanData span) {
        RedactedSpan.Words words = new RedactedSpan.Words(safe.text(span.getName()), safe.of(span.getAttributes()),
                each(span.getEvents(), this::event), each(span.getLinks(), this::link), status(span.getStatus()),
                resource(span.getResource()));
        return words.areThoseOf(span) ? span : new RedactedSpan(span, words);
    }

    // A failure's message and its stack trace are attributes of an event.
    private EventData event(EventData event) {
        Attributes attributes = safe.of(event.getAttributes());
        String name = safe.text(event.getName());
        return same(attributes, event.getAttributes()) && same(name, event.getName()) ? event
                : EventData.create(event.getEpochNanos(), name, attributes, event.getTotalAttributeCount());
    }

    private LinkData link(LinkData link) {
        Attributes attributes = safe.of(link.getAttributes());
        return same(attributes, link.getAttributes()) ? link
                : LinkData.create(link.getSpanContext(), attributes, link.getTotalAttributeCount());
    }

    private StatusData status(StatusData status) {
        String description = safe.text(status.getDescription());
        return same(description, status.getDescription()) ? status : StatusData.create(status.getStatusCode(), description);
    }

    // A process has one, which is looked at once. Settings put into it what they like.
    private Resource resource(Resource resource) {
        SafeResource last = lastResource;
        if (!same(last.made(), resource)) {
            Attributes attributes = safe.of(resource.getAttributes());
            last = new SafeResource(resource, same(attributes, resource.getAttributes()) ? resource
                    : Resource.create(attributes, resource.getSchemaUrl()));
            lastResource = last;
        }
        return last.safe();
    }

    private record SafeResource(Resource made, Resource safe) {
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> safely) {
        for (int i = 0; i < all.size(); i++) {
            T safe = safely.apply(all.get(i));
            if (!same(safe, all.get(i)))
                return eachFrom(i, all, safely);
        }
        return all;
    }

    private static <T> List<T> eachFrom(int first, List<T> all, UnaryOperator<T> safely) {
        List<T> safe = new ArrayList<>(all.subList(0, first));
        for (T one : all.subList(first, all.size()))
            safe.add(safely.apply(one));
        return safe;
    }

    @SuppressWarnings("ReferenceEquality") // what has no secrets is handed on as it is
    private static boolean same(Object one, Object other) {
        return one == other;
    }
}
