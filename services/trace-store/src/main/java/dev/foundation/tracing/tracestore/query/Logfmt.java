package dev.foundation.tracing.tracestore.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code key=value key2="quoted value"}, the form of Tempo's {@code tags}. */
final class Logfmt {

    private final String text;
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private int position;

    private Logfmt(String text) {
        this.text = text;
    }

    /** @throws BadQueryException that says where, if it is no logfmt or has a key twice */
    static Map<String, String> parse(String text) {
        Logfmt logfmt = new Logfmt(text);
        logfmt.skipSpaces();
        while (!logfmt.atEnd()) {
            logfmt.readPair();
            logfmt.skipSpaces();
        }
        return logfmt.pairs;
    }

    private void readPair() {
        String key = readPlain(true);
        if (key.isEmpty())
            throw syntaxError();
        String value = "";
        if (!atEnd() && current() == '=') {
            position++;
            value = !atEnd() && current() == '"' ? readQuoted() : readPlain(false);
        }
        if (pairs.put(key, value) != null)
            throw new BadQueryException("invalid tags: tag " + key + " has been set twice");
    }

    private String readPlain(boolean key) {
        int start = position;
        while (!atEnd() && current() > ' ' && !(key && current() == '=')) {
            if (current() == '"')
                throw syntaxError();
            position++;
        }
        return text.substring(start, position);
    }

    private String readQuoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (!atEnd() && current() != '"') {
            value.append(current() == '\\' ? readEscaped() : current());
            position++;
        }
        if (atEnd())
            throw syntaxError();
        position++;
        return value.toString();
    }

    private char readEscaped() {
        position++;
        if (atEnd())
            throw syntaxError();
        return switch (current()) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> current();
        };
    }

    private void skipSpaces() {
        while (!atEnd() && current() <= ' ')
            position++;
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private char current() {
        return text.charAt(position);
    }

    private BadQueryException syntaxError() {
        return new BadQueryException("invalid tags: logfmt syntax error at pos " + (position + 1));
    }
}
