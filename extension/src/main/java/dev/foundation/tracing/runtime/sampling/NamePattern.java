package dev.foundation.tracing.runtime.sampling;

/** A name in which {@code *} stands for any part. Names come from anywhere, so no regular expression looks at them. */
final class NamePattern {

    private final String pattern;

    NamePattern(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String name) {
        return matches(pattern, name, 0, name.length());
    }

    /** Goes back to the last {@code *} alone, since what an earlier one takes makes no difference. */
    static boolean matches(String pattern, String text, int from, int to) {
        int at = from;
        int next = 0;
        int star = -1;
        int taken = from;
        while (at < to) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                taken = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        return isAllStars(pattern, next);
    }

    private static boolean isAllStars(String pattern, int from) {
        for (int i = from; i < pattern.length(); i++)
            if (pattern.charAt(i) != '*')
                return false;
        return true;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
