package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import io.opentelemetry.proto.common.v1.InstrumentationScope;

/**
 * Resources and scopes of one request, where equal ones become the same object. It is dropped with the request: what it held
 * longer would be outside the bound of the store.
 */
final class OriginDecoder {

    private static final int POOLED = 1024;

    private final TextDecoder texts;
    private final AttributesDecoder attributes;
    private final Pool<Resource> resources = new Pool<>(POOLED);
    private final Pool<Scope> scopes = new Pool<>(POOLED);

    OriginDecoder(TextDecoder texts, AttributesDecoder attributes) {
        this.texts = texts;
        this.attributes = attributes;
    }

    Resource decode(io.opentelemetry.proto.resource.v1.Resource sent) {
        Attributes kept = attributes.decodeOrigin(sent.getAttributesList());
        return resources.same(new Resource(kept, dropped(sent.getAttributesCount(), kept, sent.getDroppedAttributesCount())));
    }

    Scope decode(InstrumentationScope sent) {
        Attributes kept = attributes.decodeOrigin(sent.getAttributesList());
        return scopes.same(new Scope(texts.decode(sent.getName()), texts.decode(sent.getVersion()), kept,
                dropped(sent.getAttributesCount(), kept, sent.getDroppedAttributesCount())));
    }

    private static int dropped(int sent, Attributes kept, int droppedBefore) {
        return DroppedTotal.of(droppedBefore, sent - kept.list().size());
    }
}
