package dev.foundation.tracing.runtime.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** Takes secrets out of attributes: whole values by their keys, parts of addresses from any text. */
final class SafeAttributes {

    /** Parts of an address, which are not to be known for some by themselves. */
    private static final Set<String> PARTS_OF_ADDRESSES = Set.of("url.query", "url.full", "http.url", "http.target");

    private final SecretKeys secrets;
    private final SafeUrls urls;

    SafeAttributes(SecretKeys secrets, SafeUrls urls) {
        this.secrets = secrets;
        this.urls = urls;
    }

    /** @return the attributes without secrets; the same object if there are none */
    Attributes of(Attributes attributes) {
        if (attributes.isEmpty())
            return attributes;
        Look look = new Look(attributes);
        attributes.forEach(look);
        return look.result();
    }

    /** @return the text without secrets; the same object if there are none */
    String text(String text) {
        return urls.text(text);
    }

    private final class Look implements BiConsumer<AttributeKey<?>, Object> {

        private final Attributes attributes;
        private @Nullable AttributesBuilder changed;

        Look(Attributes attributes) {
            this.attributes = attributes;
        }

        @Override
        public void accept(AttributeKey<?> key, Object value) {
            if (secrets.contains(key.getKey()))
                redact(key);
            else if (value instanceof String text)
                exchange(key, text, safe(key, text));
            else if (key.getType() == AttributeType.STRING_ARRAY)
                exchange(key, value, each((List<?>) value, SafeAttributes.this::text));
        }

        private String safe(AttributeKey<?> key, String text) {
            return PARTS_OF_ADDRESSES.contains(key.getKey()) ? text(urls.parameters(text)) : text(text);
        }

        /** Whether it is there is no secret; a number may be one, and becomes text. */
        private void redact(AttributeKey<?> key) {
            switch (key.getType()) {
                case BOOLEAN, BOOLEAN_ARRAY -> {
                    // as it is
                }
                case STRING_ARRAY -> changed().put(AttributeKey.stringArrayKey(key.getKey()), List.of(SafeUrls.REDACTED));
                default -> changed().remove(key).put(AttributeKey.stringKey(key.getKey()), SafeUrls.REDACTED);
            }
        }

        @SuppressWarnings({ "ReferenceEquality", "unchecked" }) // a safe value is of its value's type
        private <T> void exchange(AttributeKey<?> key, T value, T safe) {
            if (safe != value)
                changed().put((AttributeKey<T>) key, safe);
        }

        private AttributesBuilder changed() {
            AttributesBuilder builder = changed == null ? attributes.toBuilder() : changed;
            changed = builder;
            return builder;
        }

        Attributes result() {
            return changed == null ? attributes : changed.build();
        }
    }

    @SuppressWarnings("ReferenceEquality") // what has no secrets is handed on as it is
    private static Object each(List<?> texts, UnaryOperator<String> safe) {
        boolean same = true;
        List<@Nullable String> safeTexts = new ArrayList<>(texts.size());
        for (Object text : texts) { // OpenTelemetry allows nulls in there
            String safeText = text == null ? null : safe.apply((String) text);
            same &= safeText == text;
            safeTexts.add(safeText);
        }
        return same ? texts : safeTexts;
    }
}
