package dev.foundation.tracing.test;

/** What one line of a waterfall says is amiss. */
record Mark(Sign sign, String note) {

    Mark and(Mark other) {
        return new Mark(sign, note.isEmpty() ? other.note : other.note.isEmpty() ? note : note + "; " + other.note);
    }

    /** In the margin. */
    enum Sign {
        WRONG("! "),
        UNEXPECTED("+ "),
        MISSING("- ");

        private final String margin;

        Sign(String margin) {
            this.margin = margin;
        }

        String margin() {
            return margin;
        }
    }
}
