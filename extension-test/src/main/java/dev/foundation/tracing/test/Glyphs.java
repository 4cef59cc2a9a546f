package dev.foundation.tracing.test;

/** The characters a tree is drawn with. Each string of one role is equally wide in both sets. */
record Glyphs(String fork, String corner, String trunk, String gap, String deep, String event, String failed, String cut,
        String note, String fold,
        char bar, char barLeft, char barRight, char moment, String dot) {

    static final Glyphs UNICODE = new Glyphs("├╴", "└╴", "│ ", "  ", "⋯", "◇ ", "✗ ", "…", "↳ ", "⋯ ", '━', '╸', '╺', '◆',
            " · ");
    static final Glyphs ASCII = new Glyphs("+-", "`-", "| ", "  ", "~", "* ", "! ", "~", "> ", "~ ", '=', '=', '=', '*', " - ");

    /** Everything that a terminal's character set must have. */
    String all() {
        return fork + corner + trunk + deep + event + failed + cut + note + fold + bar + barLeft + barRight + moment + dot;
    }
}
