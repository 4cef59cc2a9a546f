package dev.foundation.tracing.tracestore.traceql.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a query apart. Names after a scope have rules of their own: nearly every character may be part of them. */
final class Lexer {

    private static final Set<String> SCOPES = Set.of("span", "resource", "event", "link", "instrumentation", "parent");
    private static final Set<String> INTRINSIC_SCOPES = Set.of("trace", "span", "event", "link", "instrumentation");
    private static final Set<String> SIGNS = Set.of(",", "{", "}", "(", ")", "=", "!=", "=~", "!~", ">", ">=", "<", "<=", "+",
            "-", "/", "%", "*", "^", "&&", "||", "!", "|", ">>", "<<", "~", "!>", "!<", "!>>", "!<<", "&~", "&>", "&<", "&>>",
            "&<<");
    private static final int LONGEST_SIGN = 3;

    private final Reader in;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text) {
        in = new Reader(text);
    }

    /** @return the tokens, the last one of them {@link TokenType#END} */
    static List<Token> tokens(String text) {
        return new Lexer(text).tokens();
    }

    private List<Token> tokens() {
        skipSpace();
        while (in.peek() != Reader.END) {
            read();
            skipSpace();
        }
        tokens.add(Token.of(TokenType.END, "", in.line(), in.column()));
        return tokens;
    }

    private void read() {
        int first = in.peek();
        if (isWordStart(first))
            readWord();
        else if (isDigit(first) || (first == '.' && isDigit(in.peek(1))))
            tokens.add(NumberLexer.read(in));
        else if (first == '"' || first == '`')
            tokens.add(StringLexer.read(in));
        else if (first == '.')
            readScoped(".");
        else
            readSign();
    }

    private void readWord() {
        int line = in.line();
        int column = in.column();
        String word = in.takeWhile(c -> isWordStart(c) || isDigit(c));
        if (in.peek() == '.' && SCOPES.contains(word))
            readScoped(word + ".", line, column);
        else if (in.peek() == ':' && INTRINSIC_SCOPES.contains(word))
            readIntrinsicScope(word, line, column);
        else
            tokens.add(Token.of(TokenType.WORD, word, line, column));
    }

    private void readIntrinsicScope(String word, int line, int column) {
        in.next();
        tokens.add(Token.of(TokenType.SCOPE, word + ":", line, column));
    }

    private void readScoped(String scope) {
        readScoped(scope, in.line(), in.column());
    }

    private void readScoped(String scope, int line, int column) {
        in.next();
        tokens.add(Token.of(TokenType.SCOPE, scope, line, column));
        if (!isNamePart(in.peek()))
            throw new TraceQlException("syntax error: unexpected END_ATTRIBUTE, expecting IDENTIFIER", line, column);
        tokens.add(Token.of(TokenType.NAME, readName(line, column), line, column));
    }

    private String readName(int line, int column) {
        StringBuilder name = new StringBuilder();
        while (isNamePart(in.peek())) {
            if (in.peek() == '"')
                name.append(StringLexer.readQuotedName(in, line, column));
            else
                name.append((char) in.next());
        }
        return name.toString();
    }

    private void readSign() {
        int line = in.line();
        int column = in.column();
        int length = LONGEST_SIGN;
        while (length > 1 && !SIGNS.contains(ahead(length)))
            length--;
        String sign = ahead(length);
        in.skip(length);
        tokens.add(Token.of(TokenType.SIGN, sign, line, column));
    }

    private String ahead(int length) {
        StringBuilder ahead = new StringBuilder();
        for (int i = 0; i < length && in.peek(i) != Reader.END; i++)
            ahead.append((char) in.peek(i));
        return ahead.toString();
    }

    private void skipSpace() {
        do
            in.takeWhile(Character::isWhitespace);
        while (skipComment());
    }

    private boolean skipComment() {
        if (!in.startsWith("//"))
            return false;
        in.takeWhile(c -> c != '\n');
        return true;
    }

    private static boolean isWordStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(int c) {
        return c != Reader.END && Names.isPart(c);
    }
}
