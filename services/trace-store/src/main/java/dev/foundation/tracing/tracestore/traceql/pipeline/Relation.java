package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.traceql.field.SpanView;

/** How a span may be related to another one of its trace. */
public enum Relation {
    CHILD,
    PARENT,
    DESCENDANT,
    ANCESTOR,
    SIBLING;

    /** @return whether a span is so related to any of these */
    Predicate<SpanView> to(List<SpanView> others) {
        return switch (this) {
            case CHILD -> childrenOf(others);
            case PARENT -> parentsOf(others);
            case DESCENDANT -> descendantsOf(others);
            case ANCESTOR -> ancestorsOf(others);
            case SIBLING -> siblingsOf(others);
        };
    }

    /** The relation as the other side sees it. */
    Relation inverse() {
        return switch (this) {
            case CHILD -> PARENT;
            case PARENT -> CHILD;
            case DESCENDANT -> ANCESTOR;
            case ANCESTOR -> DESCENDANT;
            case SIBLING -> SIBLING;
        };
    }

    /** In the order in which Tempo looks for others that are so related. */
    List<SpanView> sorted(List<SpanView> spans) {
        Comparator<SpanView> byLeft = Comparator.comparingInt(span -> span.tree().left(span));
        return spans.stream().sorted(switch (this) {
            case CHILD, ANCESTOR -> byLeft;
            case DESCENDANT -> byLeft.reversed();
            case PARENT, SIBLING -> Comparator.comparingInt(span -> span.tree().parent(span));
        }).toList();
    }

    private static Predicate<SpanView> childrenOf(List<SpanView> others) {
        int[] numbers = others.stream().mapToInt(other -> other.tree().left(other)).sorted().toArray();
        return span -> isKnown(span.tree().parent(span), numbers);
    }

    private static Predicate<SpanView> parentsOf(List<SpanView> others) {
        int[] parents = others.stream().mapToInt(other -> other.tree().parent(other)).sorted().toArray();
        return span -> isKnown(span.tree().left(span), parents);
    }

    private static boolean isKnown(int number, int[] sorted) {
        return number != 0 && Arrays.binarySearch(sorted, number) >= 0;
    }

    // Sets are nested: of those that began before a span, it lies in one if it lies in the one that ends last.
    private static Predicate<SpanView> descendantsOf(List<SpanView> others) {
        TreeMap<Integer, Integer> lastEnd = new TreeMap<>();
        others.stream().filter(Relation::isInTree)
                .forEach(other -> lastEnd.put(other.tree().left(other), other.tree().right(other)));
        int last = 0;
        for (Map.Entry<Integer, Integer> entry : lastEnd.entrySet()) {
            last = Math.max(last, entry.getValue());
            entry.setValue(last);
        }
        return span -> {
            Map.Entry<Integer, Integer> before = lastEnd.lowerEntry(span.tree().left(span));
            return isInTree(span) && before != null && before.getValue() > span.tree().right(span);
        };
    }

    private static Predicate<SpanView> ancestorsOf(List<SpanView> others) {
        int[] numbers = others.stream().filter(Relation::isInTree).mapToInt(other -> other.tree().left(other)).sorted()
                .toArray();
        return span -> {
            int place = Arrays.binarySearch(numbers, span.tree().left(span) + 1);
            int next = place < 0 ? -place - 1 : place;
            return isInTree(span) && next < numbers.length && numbers[next] < span.tree().right(span);
        };
    }

    private static Predicate<SpanView> siblingsOf(List<SpanView> others) {
        Map<Integer, Integer> countByParent = new HashMap<>();
        others.forEach(other -> countByParent.merge(other.tree().parent(other), 1, Integer::sum));
        Predicate<SpanView> isOneOfThem = Set.copyOf(others)::contains;
        return span -> {
            int parent = span.tree().parent(span);
            int itself = isOneOfThem.test(span) ? 1 : 0;
            return parent != 0 && countByParent.getOrDefault(parent, 0) > itself;
        };
    }

    private static boolean isInTree(SpanView span) {
        return span.tree().left(span) != 0;
    }
}
