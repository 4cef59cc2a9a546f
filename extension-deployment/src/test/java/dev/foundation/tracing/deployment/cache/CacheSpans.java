package dev.foundation.tracing.deployment.cache;

import java.util.List;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;

/** What tests ask of the spans of caches. */
final class CacheSpans {

    static final AttributeKey<String> NAME = AttributeKey.stringKey("cache.name");
    static final AttributeKey<String> BACKEND = AttributeKey.stringKey("cache.backend");
    static final AttributeKey<Boolean> HIT = AttributeKey.booleanKey("cache.hit");
    static final AttributeKey<Boolean> NULL = AttributeKey.booleanKey("cache.null");
    static final AttributeKey<Boolean> COALESCED = AttributeKey.booleanKey("cache.coalesced");
    static final AttributeKey<Boolean> LOCK_TIMEOUT = AttributeKey.booleanKey("cache.lock_timeout");
    static final AttributeKey<String> KEY_HASH = AttributeKey.stringKey("cache.key.hash");

    private CacheSpans() {
    }

    static List<SpanData> named(EndedSpans spans, String name) {
        return spans.all().stream().filter(span -> span.getName().equals(name)).toList();
    }

    static List<String> names(EndedSpans spans) {
        return spans.all().stream().map(SpanData::getName).toList();
    }

    static boolean isInside(SpanData inner, SpanData outer) {
        return inner.getParentSpanId().equals(outer.getSpanId());
    }
}
