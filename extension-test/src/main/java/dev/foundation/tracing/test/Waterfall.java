package dev.foundation.tracing.test;

import java.nio.charset.Charset;

/**
 * Draws a trace as a tree for terminals and test reports: per line the name, the service, how long it took, when, and a few
 * telling attributes; events stand where they happened. Nothing is lost: orphans, several roots and circles are shown too.
 * Immutable.
 */
public final class Waterfall {

    private static final int USUAL_WIDTH = 120;
    private static final int LEAST_WIDTH = 100;

    private final int width;
    private final boolean coloured;
    private final Glyphs glyphs;
    private final Marks marks;

    private Waterfall(int width, boolean coloured, Glyphs glyphs, Marks marks) {
        this.width = Math.max(LEAST_WIDTH, width);
        this.coloured = coloured;
        this.glyphs = glyphs;
        this.marks = marks;
    }

    /** Without colours, at most 120 characters wide. */
    public static String render(Trace trace) {
        return plain().draw(trace);
    }

    /** What {@link #render} does, to go on from. */
    public static Waterfall plain() {
        return new Waterfall(USUAL_WIDTH, false, Glyphs.UNICODE, Marks.none());
    }

    /** With ANSI escapes: one colour per service, failures in red. */
    public Waterfall coloured() {
        return new Waterfall(width, true, glyphs, marks);
    }

    /** Draws with what the character set has: with plain ASCII if it lacks the lines of a tree. */
    public Waterfall in(Charset terminal) {
        boolean able = terminal.canEncode() && terminal.newEncoder().canEncode(Glyphs.UNICODE.all());
        return new Waterfall(width, coloured, able ? Glyphs.UNICODE : Glyphs.ASCII, marks);
    }

    /** @param characters at least 100; a smaller number means 100 */
    public Waterfall atWidth(int characters) {
        return new Waterfall(characters, coloured, glyphs, marks);
    }

    /**
     * With a sign in the margin of each line of which there is something to say: {@code !} is not as expected, {@code +} is
     * unexpected, {@code -} is missing. Of a large trace only what is near to a mark is shown.
     */
    public Waterfall marked(Marks what) {
        return new Waterfall(width, coloured, glyphs, what);
    }

    /** @return lines that each end in a line feed */
    public String draw(Trace trace) {
        MarkedTrace marked = new MarkedTrace(trace, marks);
        return new WaterfallText(trace, marked, width, glyphs, new Ink(coloured, trace.services())).draw();
    }
}
