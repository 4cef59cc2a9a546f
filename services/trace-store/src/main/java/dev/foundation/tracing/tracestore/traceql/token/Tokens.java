package dev.foundation.tracing.tracestore.traceql.token;

import java.util.List;

/** A query's tokens, read one after the other. */
public final class Tokens {

    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int position;
    private int depth;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws TraceQlException if a text is not terminated, or a number is too large */
    public static Tokens of(String query) {
        return new Tokens(Lexer.tokens(query));
    }

    public Token peek() {
        return tokens.get(position);
    }

    /** @param tokens how many to look past */
    public Token peek(int tokens) {
        return this.tokens.get(Math.min(position + tokens, this.tokens.size() - 1));
    }

    public Token next() {
        Token token = peek();
        if (!token.is(TokenType.END))
            position++;
        return token;
    }

    /** Reads the next token if it is that sign. */
    public boolean accept(String sign) {
        boolean found = peek().isSign(sign);
        if (found)
            position++;
        return found;
    }

    /** Reads the next token if it is that word. */
    public boolean acceptWord(String word) {
        boolean found = peek().isWord(word);
        if (found)
            position++;
        return found;
    }

    /** Reads that sign, or fails. */
    public void expect(String sign) {
        if (!accept(sign))
            throw unexpected(sign);
    }

    /** Reads a token of that type, or fails. */
    public Token expect(TokenType type) {
        if (!peek().is(type))
            throw unexpected(type.label());
        return next();
    }

    /** Goes back to an earlier {@link #position()}. */
    public void backTo(int earlier) {
        position = earlier;
    }

    public int position() {
        return position;
    }

    /** To be called before what may contain itself is read: a query has no reason to be deep, and a stack has an end. */
    public void enter() {
        if (++depth > DEEPEST)
            throw new TraceQlException("nested deeper than " + DEEPEST + " levels", peek());
    }

    /** To be called after {@link #enter()}. */
    public void leave() {
        depth--;
    }

    /** @param expected what could have stood there; nothing if that is too much to list */
    public TraceQlException unexpected(String... expected) {
        String hint = expected.length == 0 ? "" : ", expecting " + String.join(" or ", expected);
        return new TraceQlException("syntax error: unexpected " + peek().described() + hint, peek());
    }
}
