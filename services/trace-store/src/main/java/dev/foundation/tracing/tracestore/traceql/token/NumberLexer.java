package dev.foundation.tracing.tracestore.traceql.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, and durations, which begin like one. */
final class NumberLexer {

    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d*(?:[eE][+-]?\\d+)?");
    private static final int LONGEST = 64;

    private NumberLexer() {
    }

    static Token read(Reader in) {
        int line = in.line();
        int column = in.column();
        String number = readNumber(in);
        String rest = readAhead(in);
        Long nanos = rest.isEmpty() ? null : Durations.parse(number + rest);
        if (nanos != null) {
            in.skip(rest.length());
            return new Token(TokenType.DURATION, number + rest, nanos, 0, line, column);
        }
        return token(number, line, column);
    }

    private static Token token(String number, int line, int column) {
        try {
            if (number.chars().allMatch(Character::isDigit))
                return new Token(TokenType.INTEGER, number, Long.parseLong(number), 0, line, column);
            return new Token(TokenType.FLOAT, number, 0, Double.parseDouble(number), line, column);
        } catch (NumberFormatException e) {
            throw new TraceQlException("strconv.Atoi: parsing \"" + number + "\": value out of range", line, column);
        }
    }

    private static String readNumber(Reader in) {
        StringBuilder ahead = new StringBuilder();
        for (int i = 0; i < LONGEST && in.peek(i) != Reader.END; i++)
            ahead.append((char) in.peek(i));
        Matcher number = DECIMAL.matcher(ahead);
        int length = number.lookingAt() ? number.end() : 1;
        in.skip(length);
        return ahead.substring(0, length);
    }

    private static String readAhead(Reader in) {
        StringBuilder unit = new StringBuilder();
        int next = in.peek();
        while (unit.length() < LONGEST && next != Reader.END && (Character.isDigit(next) || "nsumhµμdwy.".indexOf(next) >= 0)) {
            unit.append((char) next);
            next = in.peek(unit.length());
        }
        return unit.toString();
    }
}
