package dev.foundation.tracing.test;

/** Draws moments and stretches of a trace's time as characters, half a character exact. */
final class TimeLine {

    private final long start;
    private final long duration;
    private final int width;
    private final Glyphs glyphs;

    TimeLine(Trace trace, int width, Glyphs glyphs) {
        start = trace.startEpochNanos();
        duration = Math.max(1, trace.durationNanos());
        this.width = width;
        this.glyphs = glyphs;
    }

    /** The length of the trace, written to the right end. */
    String axis() {
        String length = Times.format(duration);
        return "0" + " ".repeat(Math.max(1, width - 1 - length.length())) + length;
    }

    String bar(TraceSpan span) {
        int halves = width * 2;
        int from = Math.min(halves - 1, (int) Math.floor(share(span.startEpochNanos()) * halves));
        int to = Math.max(from + 1, (int) Math.ceil(share(span.endEpochNanos()) * halves));
        StringBuilder bar = new StringBuilder();
        for (int half = 0; half < halves; half += 2)
            bar.append(character(from <= half && half < to, from <= half + 1 && half + 1 < to));
        return bar.toString();
    }

    String moment(SpanEvent event) {
        int at = Math.min(width - 1, (int) (share(event.epochNanos()) * width));
        return " ".repeat(at) + glyphs.moment() + " ".repeat(width - at - 1);
    }

    /** Nanoseconds from the start of the trace; negative if a clock was set back. */
    long sinceStart(SpanEvent event) {
        return event.epochNanos() - start;
    }

    // Events may lie outside of every span.
    private double share(long epochNanos) {
        return Math.min(1, Math.max(0, (double) (epochNanos - start) / duration));
    }

    private char character(boolean left, boolean right) {
        if (left && right)
            return glyphs.bar();
        return left ? glyphs.barLeft() : right ? glyphs.barRight() : ' ';
    }
}
