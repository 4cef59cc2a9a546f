package dev.foundation.tracing.test;

/** The characters a tree is drawn with. Each string of one role is equally wide in both sets. */
record Glyphs(String fork, String corner, String trunk, String gap, String deep, String event, String failed, String cut,
        char bar, char barLeft, char barRight, char moment, String dot) {

    static final Glyphs UNICODE = new Glyphs("├╴", "└╴", "│ ", "  ", "⋯", "◇ ", "✗ ", "…", '━', '╸', '╺', '◆', " · ");
    static final Glyphs ASCII = new Glyphs("+-", "`-", "| ", "  ", "~", "* ", "! ", "~", '=', '=', '=', '*', " - ");

    /** Everything that a terminal's character set must have. */
    String all() {
        return fork + corner + trunk + deep + event + failed + cut + bar + barLeft + barRight + moment + dot;
    }
}
