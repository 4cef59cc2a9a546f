package dev.foundation.tracing.tracestore.query;

/** What Go's library says about text that it cannot read, for Tempo passes it on. */
final class GoText {

    private static final int SHOWN = 100;

    private GoText() {
    }

    /** Quoted and on one line, however strange it is. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().limit(SHOWN).forEach(c -> append(quoted, (char) c));
        return quoted.append('"').toString();
    }

    /** @throws BadQueryException with Go's words, if it is no number of that size */
    static long parseUnsigned(String name, String text, long max) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9'))
            throw new BadQueryException("invalid " + name + ": strconv.ParseUint: parsing " + quote(text) + ": invalid syntax");
        try {
            long value = Long.parseLong(text);
            if (value <= max)
                return value;
        } catch (NumberFormatException tooLarge) {
            // Only digits, so there are too many of them: said below.
        }
        throw new BadQueryException("invalid " + name + ": strconv.ParseUint: parsing " + quote(text) + ": value out of range");
    }

    private static void append(StringBuilder quoted, char c) {
        if (c == '"' || c == '\\')
            quoted.append('\\').append(c);
        else if (Character.isISOControl(c))
            quoted.append(String.format("\\x%02x", (int) c));
        else
            quoted.append(c);
    }
}
