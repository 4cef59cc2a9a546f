package dev.foundation.tracing.tracestore.traceql.token;

/** Quoted texts: with double quotes and escapes, or with backquotes and none. */
final class StringLexer {

    private static final int HEX = 16;

    private final Reader in;
    private final int line;
    private final int column;

    private StringLexer(Reader in, int line, int column) {
        this.in = in;
        this.line = line;
        this.column = column;
    }

    static Token read(Reader in) {
        int line = in.line();
        int column = in.column();
        StringLexer lexer = new StringLexer(in, line, column);
        String text = in.next() == '`' ? lexer.readRaw() : lexer.readEscaped();
        return Token.of(TokenType.STRING, text, line, column);
    }

    /** A quoted part of an attribute's name: only quotes and backslashes are escaped there. */
    static String readQuotedName(Reader in, int line, int column) {
        return new StringLexer(in, line, column).readQuotedName();
    }

    private String readQuotedName() {
        StringBuilder name = new StringBuilder();
        in.next();
        while (in.peek() != '"') {
            int c = in.next();
            if (c == Reader.END)
                throw error("unexpected EOF, expecting \"");
            if (c == '\\') {
                c = in.next();
                if (c != '"' && c != '\\')
                    throw error("invalid escape sequence");
            }
            name.append((char) c);
        }
        in.next();
        return name.toString();
    }

    private String readRaw() {
        String text = in.takeWhile(c -> c != '`');
        if (in.next() == Reader.END)
            throw error("literal not terminated");
        return text;
    }

    private String readEscaped() {
        StringBuilder text = new StringBuilder();
        while (in.peek() != '"') {
            int c = in.next();
            if (c == Reader.END || c == '\n')
                throw error("literal not terminated");
            text.append(c == '\\' ? readEscape() : (char) c);
        }
        in.next();
        return text.toString();
    }

    private char readEscape() {
        int c = in.next();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000b';
            case '"', '\\' -> (char) c;
            case 'x' -> readHex(2);
            case 'u' -> readHex(4);
            case Reader.END -> throw error("literal not terminated");
            default -> throw error("invalid char escape");
        };
    }

    private char readHex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.next(), HEX);
            if (digit < 0)
                throw error("invalid char escape");
            value = value * HEX + digit;
        }
        return (char) value;
    }

    private TraceQlException error(String message) {
        return new TraceQlException(message, line, column);
    }
}
