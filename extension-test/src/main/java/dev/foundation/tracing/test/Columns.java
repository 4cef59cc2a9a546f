package dev.foundation.tracing.test;

import java.util.List;

/**
 * How wide each column is, in characters; two blanks lie between them.
 *
 * @param notes what is left of the line
 */
record Columns(int name, int service, int bar, int notes) {

    /** Wide enough for {@code @12.3 ms}. */
    static final int TIME = 8;
    private static final int GAP = 2;
    private static final int WIDEST_SERVICE = 14;

    static Columns of(List<Row> rows, int width) {
        int name = 0;
        int service = 0;
        for (Row row : rows) {
            int mark = row.isFailedSpan() ? 2 : 0;
            name = Math.max(name, row.branch().length() + mark + Cell.length(row.name()));
            service = Math.max(service, Cell.length(row.span().service()));
        }
        name = Math.min(name, width * 2 / 5);
        service = Math.min(service, WIDEST_SERVICE);
        int bar = width / 6;
        return new Columns(name, service, bar, width - name - service - TIME - bar - 4 * GAP);
    }

    int beforeBar() {
        return name + service + TIME + 3 * GAP;
    }
}
