package dev.foundation.tracing.tracestore.traceql.token;

/** What an attribute's name may be made of without quotes. */
public final class Names {

    private static final String ENDS = "{}()=~!<>&|^,";

    private Names() {
    }

    public static boolean isPart(int character) {
        return !Character.isWhitespace(character) && ENDS.indexOf(character) < 0;
    }
}
