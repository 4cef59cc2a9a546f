package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.List;

/** The lines of one trace, in columns. */
final class WaterfallText {

    private static final String GAP = "  ";

    private final Trace trace;
    private final List<Row> rows;
    private final Glyphs glyphs;
    private final Ink ink;
    private final Notes notes;
    private final Columns columns;
    private final TimeLine timeLine;
    private final StringBuilder text = new StringBuilder();

    WaterfallText(Trace trace, int width, Glyphs glyphs, Ink ink) {
        this.trace = trace;
        this.glyphs = glyphs;
        this.ink = ink;
        rows = TreeRows.of(trace, glyphs);
        notes = new Notes(trace);
        columns = Columns.of(rows, width);
        timeLine = new TimeLine(trace, columns.bar(), glyphs);
    }

    String draw() {
        head();
        rows.forEach(row -> line(row));
        return text.toString();
    }

    private void head() {
        List<String> facts = new ArrayList<>();
        facts.add(counted(trace.spans().size(), "span"));
        facts.add(counted(trace.services().size(), "service"));
        facts.add(Times.format(trace.durationNanos()));
        long failed = trace.spans().stream().filter(TraceSpan::isError).count();
        if (failed > 0)
            facts.add(failed + " failed");
        add(ink.strong("trace " + trace.traceId()) + glyphs.dot() + String.join(glyphs.dot(), facts));
        add(ink.faint(" ".repeat(columns.beforeBar()) + timeLine.axis()));
    }

    private void line(Row row) {
        Cell cell = new Cell(glyphs.cut());
        String service = cell.left(row.event() == null ? row.span().service() : "", columns.service());
        String bar = row.event() == null ? timeLine.bar(row.span()) : timeLine.moment(row.event());
        String remarks = cell.cut(String.join(", ", notes.about(row)), columns.notes());
        add(name(row, cell) + GAP + ink.service(row.span().service(), service) + GAP + time(row, cell) + GAP
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

    private void add(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
