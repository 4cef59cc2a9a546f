package dev.foundation.tracing.tracestore.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;

/** Finds traces by words somebody typed: each must be part of a span's or service's name, or begin the trace id. */
final class WordFilter implements Predicate<Trace> {

    private final List<String> words;

    private WordFilter(List<String> words) {
        this.words = words;
    }

    /** @param words separated by spaces; null or blank finds everything */
    static WordFilter of(@Nullable String words) {
        if (words == null || words.isBlank())
            return new WordFilter(List.of());
        return new WordFilter(List.of(words.toLowerCase(Locale.ROOT).trim().split("\\s+")));
    }

    @Override
    public boolean test(Trace trace) {
        return words.stream().allMatch(word -> isIn(trace, word));
    }

    private static boolean isIn(Trace trace, String word) {
        return trace.id().toHex().startsWith(word)
                || trace.services().keySet().stream().anyMatch(name -> contains(name, word))
                || trace.spans().stream().map(Span::name).anyMatch(name -> contains(name, word));
    }

    private static boolean contains(String name, String word) {
        return name.toLowerCase(Locale.ROOT).contains(word);
    }
}
