package dev.foundation.tracing.tracestore.traceql.token;

import java.util.function.IntPredicate;

/** The query's characters, and where in it we are. */
final class Reader {

    /** What is behind the last character. */
    static final int END = -1;

    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;

    Reader(String text) {
        this.text = text;
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    int next() {
        int current = peek();
        if (current == END)
            return END;
        position++;
        if (current == '\n') {
            line++;
            lineStart = position;
        }
        return current;
    }

    /** Reads on as long as the characters are of that kind. */
    String takeWhile(IntPredicate wanted) {
        int start = position;
        while (peek() != END && wanted.test(peek()))
            next();
        return text.substring(start, position);
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++)
            next();
    }

    boolean startsWith(String start) {
        return text.startsWith(start, position);
    }

    int position() {
        return position;
    }

    String textFrom(int start) {
        return text.substring(start, position);
    }

    int line() {
        return line;
    }

    int column() {
        return position - lineStart + 1;
    }
}
