package dev.foundation.tracing.tracestore.model;

/** How much of a span was lost on the way here, at its sender or over this store's limits. */
public record DroppedCounts(int attributes, int events, int links) {

    /** Nothing was lost. */
    public static final DroppedCounts NONE = new DroppedCounts(0, 0, 0);

    public DroppedCounts {
        if (attributes < 0 || events < 0 || links < 0)
            throw new IllegalArgumentException("dropped counts must be >= 0, got " + attributes + ", " + events + ", " + links);
    }
}
