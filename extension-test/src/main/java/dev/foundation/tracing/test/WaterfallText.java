package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.List;

/** The lines of one trace, in columns. */
final class WaterfallText {

    private static final String GAP = "  ";

    private static final String NO_MARK = "  ";

    private final Trace trace;
    private final MarkedTrace marked;
    private final int width;
    private final List<Row> rows;
    private final Glyphs glyphs;
    private final Ink ink;
    private final Notes notes;
    private final Columns columns;
    private final TimeLine timeLine;
    private final StringBuilder text = new StringBuilder();

    WaterfallText(Trace trace, MarkedTrace marked, int width, Glyphs glyphs, Ink ink) {
        this.trace = trace;
        this.marked = marked;
        this.width = marked.hasMarks() ? width - NO_MARK.length() : width;
        this.glyphs = glyphs;
        this.ink = ink;
        rows = Folding.fold(TreeRows.of(marked.shown(), glyphs), marked);
        notes = new Notes(trace);
        columns = Columns.of(rows, this.width);
        timeLine = new TimeLine(trace, columns.bar(), glyphs);
    }

    String draw() {
        head();
        rows.forEach(this::lines);
        return text.toString();
    }

    private void lines(Row row) {
        Mark mark = row.event() == null ? marked.mark(row.span()) : null;
        if (row.folded() > 0)
            add(NO_MARK, ink.faint(row.branch() + glyphs.fold() + counted(row.folded(), "line")));
        else if (mark == null)
            line(NO_MARK, row);
        else if (mark.sign() == Mark.Sign.MISSING)
            missing(row, mark);
        else
            marked(row, mark);
    }

    private void missing(Row row, Mark mark) {
        String note = mark.note().isEmpty() ? "" : GAP + glyphs.note() + Cell.line(mark.note());
        add(mark.sign().margin(), ink.faint(row.branch()) + ink.failed(Cell.line(row.name()) + note));
    }

    private void marked(Row row, Mark mark) {
        line(mark.sign().margin(), row);
        String lead = row.below() + glyphs.note();
        for (String part : Cell.wrap(mark.note(), width - lead.length())) {
            add(NO_MARK, ink.faint(lead) + (mark.sign() == Mark.Sign.WRONG ? ink.failed(part) : ink.odd(part)));
            lead = row.below() + " ".repeat(glyphs.note().length());
        }
    }

    private void head() {
        List<String> facts = new ArrayList<>();
        facts.add(counted(trace.spans().size(), "span"));
        facts.add(counted(trace.services().size(), "service"));
        facts.add(Times.format(trace.durationNanos()));
        long failed = trace.spans().stream().filter(TraceSpan::isError).count();
        if (failed > 0)
            facts.add(failed + " failed");
        add(NO_MARK, ink.strong("trace " + trace.traceId()) + glyphs.dot() + String.join(glyphs.dot(), facts));
        add(NO_MARK, ink.faint(" ".repeat(columns.beforeBar()) + timeLine.axis()));
    }

    private void line(String margin, Row row) {
        Cell cell = new Cell(glyphs.cut());
        String service = cell.left(row.event() == null ? row.span().service() : "", columns.service());
        String bar = row.event() == null ? timeLine.bar(row.span()) : timeLine.moment(row.event());
        String remarks = cell.cut(String.join(", ", notes.about(row)), columns.notes());
        add(margin, name(row, cell) + GAP + ink.service(row.span().service(), service) + GAP + time(row, cell) + GAP
                + (row.isFailedSpan() ? ink.failed(bar) : ink.service(row.span().service(), bar)) + GAP
                + (row.isFailedSpan() ? ink.failed(remarks) : ink.faint(remarks)));
    }

    private String name(Row row, Cell cell) {
        String branch = row.branch();
        String mark = row.isFailedSpan() ? glyphs.failed() : "";
        String name = cell.left(mark + row.name(), columns.name() - branch.length());
        return ink.faint(branch) + (row.isFailedSpan() ? ink.failed(name) : row.event() == null ? name : ink.faint(name));
    }

    private String time(Row row, Cell cell) {
        SpanEvent event = row.event();
        if (event == null)
            return cell.right(Times.format(row.span().durationNanos()), Columns.TIME);
        return ink.faint(cell.right("@" + Times.format(Math.max(0, timeLine.sinceStart(event))), Columns.TIME));
    }

    private void add(String margin, String line) {
        String whole = marked.hasMarks() ? (margin.isBlank() ? margin : ink.failed(margin)) + line : line;
        text.append(whole.stripTrailing()).append('\n');
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
