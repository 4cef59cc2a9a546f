package dev.foundation.tracing.test;

import java.util.List;

/**
 * A span that was expected and is not there.
 *
 * @param name as it is to be shown
 * @param note what there is to say about it; empty for nothing
 * @param children what was expected below it, in order
 */
public record MissingSpan(String name, String note, List<MissingSpan> children) {

    public MissingSpan {
        children = List.copyOf(children);
    }
}
