package dev.foundation.tracing.test.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.TraceSpan;

/**
 * Which span is meant: {@code ✗ POST /orders [storefront] SERVER}, as in a line of a tree.
 *
 * @param failed whether only a failed span is meant
 * @param service null if it is not said
 * @param kind null if it is not said
 */
public record SpanPattern(String text, boolean failed, Glob name, @Nullable Glob service, @Nullable SpanKind kind) {

    static final String FAILED = "✗ ";
    private static final Pattern PARTS = Pattern.compile("(?<failed>[✗!] )?(?<name>\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"|.*?)"
            + "(?: \\[(?<service>[^\\[\\]]*)])?(?: (?<kind>INTERNAL|SERVER|CLIENT|PRODUCER|CONSUMER))?", Pattern.DOTALL);

    /** @throws IllegalArgumentException if it names no span */
    public static SpanPattern of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || parts.group("name").isEmpty())
            throw new IllegalArgumentException("'" + text + "' names no span: write it as 'name [service] KIND'");
        String service = parts.group("service");
        String kind = parts.group("kind");
        return new SpanPattern(text, parts.group("failed") != null, name(parts.group("name")),
                service == null ? null : Glob.of(service), kind == null ? null : SpanKind.valueOf(kind));
    }

    public boolean matches(TraceSpan span) {
        return isNameOf(span) && (service == null || service.matches(span.service())) && (kind == null || kind == span.kind())
                && (!failed || span.isError());
    }

    /** Whether at least the name is right. */
    public boolean isNameOf(TraceSpan span) {
        return name.matches(span.name());
    }

    /** The span by name, service and kind, in a form that {@link #of} reads. */
    public static String describe(TraceSpan span) {
        String named = quotedIfNeeded(span.name()) + " [" + span.service() + "]";
        return span.kind() == SpanKind.INTERNAL ? named : named + " " + span.kind();
    }

    /** A name that would be read as something else is put in quotes. */
    static String quotedIfNeeded(String name) {
        boolean plain = name.strip().equals(name) && !name.isEmpty() && !name.contains("*")
                && !name.matches("(?s)(?:[✗!◇→|#\"…]|<>|->|\\.\\.\\.).*|.*(?:…|\\.\\.\\.)|.*\\[[^\\[\\]]*].*|.*\\p{Cntrl}.*"
                        + "|(?:.* )?(?:INTERNAL|SERVER|CLIENT|PRODUCER|CONSUMER)");
        return plain ? name : JsonValue.text(name);
    }

    static Glob name(String text) {
        if (!text.startsWith("\"") || !text.endsWith("\"") || text.length() == 1)
            return Glob.of(text);
        try {
            return Glob.literal(JsonValue.JSON.readValue(text, String.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text + " is no text in quotes: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
