package dev.foundation.tracing.tracestore.traceql.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Estimates how many states a regular expression would take: repetitions are unrolled, so that those within each other
 * multiply. Where it errs, it errs to the high side.
 */
final class RegexCost {

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?}");
    private static final long UNBOUNDED = 1;

    private final String regex;
    // What stands before the group that is open, and before the ones around it.
    private final Deque<Long> before = new ArrayDeque<>();
    private long sum;
    private long last;
    private int position;

    private RegexCost(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        return new RegexCost(regex).count();
    }

    private long count() {
        while (position < regex.length())
            read();
        return before.stream().reduce(sum, RegexCost::capped);
    }

    private void read() {
        char c = regex.charAt(position++);
        switch (c) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> {
                skipClass();
                atom(1);
            }
            case '{' -> repeat();
            case '\\' -> {
                position++;
                atom(1);
            }
            default -> atom(1);
        }
    }

    private void open() {
        before.push(sum);
        sum = 1;
    }

    private void close() {
        long group = sum;
        sum = before.isEmpty() ? 0 : before.pop();
        atom(group);
    }

    private void atom(long states) {
        last = states;
        sum = capped(sum, states);
    }

    private void repeat() {
        Matcher repeat = REPEAT.matcher(regex).region(position - 1, regex.length());
        if (!repeat.lookingAt()) {
            atom(1);
            return;
        }
        position = repeat.end();
        long times = Math.max(number(repeat.group(1)), number(repeat.group(2)));
        sum = capped(sum, times * last);
        last = Math.min(Integer.MAX_VALUE, times * last);
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? UNBOUNDED : Long.parseLong(digits);
    }

    // A bracket right at the beginning stands for itself.
    private void skipClass() {
        if (position < regex.length() && regex.charAt(position) == '^')
            position++;
        position++;
        while (position < regex.length() && regex.charAt(position) != ']')
            position += regex.charAt(position) == '\\' ? 2 : 1;
        position++;
    }

    private static long capped(long first, long second) {
        return Math.min(Integer.MAX_VALUE, first + second);
    }
}
