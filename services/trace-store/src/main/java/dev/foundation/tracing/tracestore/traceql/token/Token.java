package dev.foundation.tracing.tracestore.traceql.token;

/**
 * One token of a query.
 *
 * @param text as it was written; of a string and of a quoted name, what it means
 * @param whole the value of an integer, and the nanoseconds of a duration
 * @param real the value of a float
 * @param line from 1
 * @param column from 1, in characters
 */
public record Token(TokenType type, String text, long whole, double real, int line, int column) {

    static Token of(TokenType type, String text, int line, int column) {
        return new Token(type, text, 0, 0, line, column);
    }

    public boolean is(TokenType wanted) {
        return type == wanted;
    }

    /** Whether it is that sign. */
    public boolean isSign(String sign) {
        return type == TokenType.SIGN && text.equals(sign);
    }

    /** Whether it is that word, unquoted. */
    public boolean isWord(String word) {
        return type == TokenType.WORD && text.equals(word);
    }

    /** Whether it is a word that means something in TraceQL. */
    public boolean isKeyword() {
        return type == TokenType.WORD && Keywords.contains(text);
    }

    /** How an error message calls it. */
    String described() {
        if (isKeyword())
            return text;
        return type.label().isEmpty() ? text : type.label();
    }
}
