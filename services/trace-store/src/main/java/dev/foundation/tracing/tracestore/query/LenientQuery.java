package dev.foundation.tracing.tracestore.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.TraceQl;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/**
 * A query that somebody is still typing, as far as it narrows down what to propose: as in Tempo, the conditions of its first
 * braces that are complete. Sets that are joined narrow nothing down.
 */
final class LenientQuery {

    private static final Pattern CONDITION = Pattern.compile(
            "([a-zA-Z_.][\\w.:\"/-]*)\\s*(=~|!~|!=|>=|<=|=|>|<)\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|[\\w.-]+)");

    private LenientQuery() {
    }

    /** @return null if it narrows nothing down */
    static @Nullable TraceQuery of(@Nullable String sent) {
        if (sent == null || !sent.stripLeading().startsWith("{"))
            return null;
        int end = endOfBraces(sent);
        String behind = sent.substring(end).strip();
        if ((!behind.isEmpty() && !behind.startsWith("|")) || behind.startsWith("||"))
            return null;
        String braces = sent.substring(0, end);
        TraceQuery whole = parse(braces);
        return whole != null || braces.contains("||") ? whole : parse("{ " + String.join(" && ", complete(braces)) + " }");
    }

    private static List<String> complete(String braces) {
        List<String> conditions = new ArrayList<>();
        Matcher condition = CONDITION.matcher(braces);
        while (condition.find()) {
            if (parse("{ " + condition.group() + " }") != null)
                conditions.add(condition.group());
        }
        return conditions;
    }

    private static @Nullable TraceQuery parse(String query) {
        try {
            return TraceQl.parse(query);
        } catch (TraceQlException unfinished) {
            return null;
        }
    }

    private static int endOfBraces(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0)
                quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '`')
                quote = c;
            else if (c == '}')
                return i + 1;
        }
        return text.length();
    }
}
