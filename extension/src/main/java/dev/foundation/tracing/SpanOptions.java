package dev.foundation.tracing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;

/**
 * How a span begins, where a name does not say it all. Immutable, so that it can be a constant.
 *
 * <pre>{@code
 * withSpan("mail.send", SpanOptions.ofKind(SpanKind.PRODUCER), () -> outbox.put(mail));
 *
 * withSpan("invoice.collect", SpanOptions.ofRoot().linkedTo(order.context()), () -> collect(order));
 * }</pre>
 *
 * @param kind whether the work is inside this process, or one end of a call or message
 * @param attributes what the span has from its beginning
 * @param links other spans that this one has to do with
 * @param root whether the span begins a trace of its own, whatever span is current
 */
public record SpanOptions(SpanKind kind, Attributes attributes, List<Link> links, boolean root) {

    private static final SpanOptions NONE = new SpanOptions(SpanKind.INTERNAL, Attributes.empty(), List.of(), false);

    public SpanOptions {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(attributes, "attributes");
        links = List.copyOf(links);
    }

    /** @return options of a span of that kind */
    public static SpanOptions ofKind(SpanKind kind) {
        return new SpanOptions(kind, NONE.attributes, NONE.links, NONE.root);
    }

    /** @return options of a span that begins a trace of its own */
    public static SpanOptions ofRoot() {
        return new SpanOptions(NONE.kind, NONE.attributes, NONE.links, true);
    }

    /** @return these options with more attributes */
    public SpanOptions with(Attributes more) {
        return new SpanOptions(kind, attributes.toBuilder().putAll(more).build(), links, root);
    }

    /** @return these options with one more link */
    public SpanOptions linkedTo(SpanContext other) {
        return linkedTo(other, Attributes.empty());
    }

    /** @return these options with one more link, whose attributes say how */
    public SpanOptions linkedTo(SpanContext other, Attributes attributesOfLink) {
        List<Link> more = Stream.concat(links.stream(), Stream.of(new Link(other, attributesOfLink))).toList();
        return new SpanOptions(kind, attributes, more, root);
    }

    /**
     * Another span that one has to do with, in the same trace or in any.
     *
     * @param span the other one; one that is invalid links nothing
     * @param attributes how they have to do with each other; may be empty
     */
    public record Link(SpanContext span, Attributes attributes) {

        public Link {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(attributes, "attributes");
        }
    }
}
