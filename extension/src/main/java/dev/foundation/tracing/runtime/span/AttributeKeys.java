package dev.foundation.tracing.runtime.span;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Keys by their name, so that one need not be made for each attribute that is set. Names come from code, and there are few;
 * one that is pushed out by another is made anew. Safe from any thread: keys are immutable, and a lost race makes one more.
 */
final class AttributeKeys {

    private static final int SLOTS = 1_024;

    private static final AttributeKey<?>[] TEXTS = new AttributeKey<?>[SLOTS];
    private static final AttributeKey<?>[] NUMBERS = new AttributeKey<?>[SLOTS];

    private AttributeKeys() {
    }

    @SuppressWarnings("unchecked") // the table holds keys of this type alone
    static AttributeKey<String> text(String name) {
        AttributeKey<?> known = known(TEXTS, name);
        return (AttributeKey<String>) (known == null ? remembered(TEXTS, name, AttributeKey.stringKey(name)) : known);
    }

    @SuppressWarnings("unchecked") // the table holds keys of this type alone
    static AttributeKey<Long> number(String name) {
        AttributeKey<?> known = known(NUMBERS, name);
        return (AttributeKey<Long>) (known == null ? remembered(NUMBERS, name, AttributeKey.longKey(name)) : known);
    }

    private static @Nullable AttributeKey<?> known(AttributeKey<?>[] table, String name) {
        AttributeKey<?> key = table[slot(name)];
        return key != null && key.getKey().equals(name) ? key : null;
    }

    private static AttributeKey<?> remembered(AttributeKey<?>[] table, String name, AttributeKey<?> key) {
        table[slot(name)] = key;
        return key;
    }

    private static int slot(String name) {
        int hash = Objects.hashCode(name); // whoever hands over null has no attribute, and no exception
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
