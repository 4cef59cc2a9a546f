package dev.foundation.tracing.test.assertions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.tree.GoldenTrace;
import dev.foundation.tracing.test.tree.TreeDifference;
import dev.foundation.tracing.test.tree.TreePattern;

/** What is true of a whole trace. Spans are named as the package says. */
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

    TraceAssert(@Nullable Trace actual) {
        super(actual, TraceAssert.class);
    }

    /** There is one root, and it is this one. */
    public SpanAssert hasRoot(String span) {
        hasOneRoot();
        TraceSpan root = actual.roots().get(0);
        if (!SpanQuery.of(span).isMetBy(root))
            fail(Failure.of("expected the root '" + span + "', but it is '" + SpanQuery.describe(root) + "'",
                    Marks.none().wrong(root, "expected " + span)).comparing(span, SpanQuery.describe(root)));
        return new SpanAssert(this, actual, root);
    }

    /** One span has no parent id. */
    public TraceAssert hasOneRoot() {
        isNotNull();
        List<TraceSpan> roots = actual.roots();
        if (roots.size() != 1)
            fail(Failure.of("expected one root, found " + (roots.isEmpty() ? "none" : "" + roots.size()),
                    Failure.wrong(roots, "a root")));
        return this;
    }

    /** The parent of each span is there. */
    public TraceAssert hasNoOrphans() {
        isNotNull();
        List<TraceSpan> orphans = actual.orphans();
        if (!orphans.isEmpty())
            fail(Failure.of("expected no orphan, found " + orphans.size() + ": " + Failure.quoted(names(orphans)),
                    Failure.wrong(orphans, "its parent is missing")));
        return this;
    }

    /** There is exactly one such span. */
    public SpanAssert hasSpan(String span) {
        isNotNull();
        SpanQuery query = SpanQuery.of(span);
        List<TraceSpan> found = query.in(actual);
        if (found.isEmpty())
            fail(query.none(actual));
        if (found.size() > 1)
            fail(query.several(found));
        return new SpanAssert(this, actual, found.get(0));
    }

    /** Each of these spans is there, once or more. */
    public TraceAssert hasSpans(String... spans) {
        isNotNull();
        for (String span : spans) {
            SpanQuery query = SpanQuery.of(span);
            if (query.in(actual).isEmpty())
                fail(query.none(actual));
        }
        return this;
    }

    /** There are so many such spans. */
    public SpansAssert hasSpans(int count, String span) {
        isNotNull();
        SpanQuery query = SpanQuery.of(span);
        List<TraceSpan> found = query.in(actual);
        if (found.isEmpty() && count > 0)
            fail(query.none(actual));
        if (found.size() != count)
            fail(Failure.of("expected " + count + " spans '" + span + "', found " + found.size(),
                    Failure.wrong(found, "one of " + found.size())).comparing(count, found.size()));
        return new SpansAssert(this, actual, found);
    }

    /** There is no such span. */
    public TraceAssert hasNoSpan(String span) {
        isNotNull();
        List<TraceSpan> found = SpanQuery.of(span).in(actual);
        if (!found.isEmpty())
            fail(Failure.of("expected no span '" + span + "', found " + found.size(), unexpected(found)));
        return this;
    }

    public TraceAssert hasSpanCount(int count) {
        isNotNull();
        int found = actual.spans().size();
        if (found != count)
            fail(Failure.of("expected " + count + " spans, found " + found).comparing(count, found));
        return this;
    }

    /** The spans come from these services, and from no other; in any order. */
    public TraceAssert hasServices(String... services) {
        isNotNull();
        Set<String> expected = new TreeSet<>(Arrays.asList(services));
        Set<String> found = new TreeSet<>(actual.services());
        if (!expected.equals(found)) {
            List<TraceSpan> others = actual.spans().stream().filter(span -> !expected.contains(span.service())).toList();
            fail(Failure.of("expected the services " + expected + ", found " + found, unexpected(others)).comparing(expected,
                    found));
        }
        return this;
    }

    /** No span has failed. */
    public TraceAssert hasNoErrors() {
        return hasErrors();
    }

    /** These spans have failed, as often as they are named, and no other; in any order. */
    public TraceAssert hasErrors(String... spans) {
        isNotNull();
        List<TraceSpan> unexpected = new ArrayList<>(actual.spans().stream().filter(TraceSpan::isError).toList());
        List<TraceSpan> failed = List.copyOf(unexpected);
        List<String> missing = new ArrayList<>();
        for (String span : spans) {
            Optional<TraceSpan> found = unexpected.stream().filter(SpanQuery.of(span)::isMetBy).findFirst();
            found.ifPresentOrElse(unexpected::remove, () -> missing.add(span));
        }
        if (!unexpected.isEmpty() || !missing.isEmpty())
            fail(otherErrors(Arrays.asList(spans), failed, unexpected, missing));
        return this;
    }

    private Failure otherErrors(List<String> expected, List<TraceSpan> failed, List<TraceSpan> unexpected,
            List<String> missing) {
        Marks marks = unexpected(unexpected);
        for (String span : missing)
            for (TraceSpan found : SpanQuery.of(span).in(actual))
                marks = marks.wrong(found, "expected to have failed");
        return new Failure("expected as failed: " + Failure.quoted(expected) + "; failed: " + Failure.quoted(names(failed)),
                marks, expected, names(failed));
    }

    /** Each of these spans started when the one before it had ended, or later. */
    public TraceAssert ranSequentially(String... spans) {
        Timing.notSequential(each(spans)).ifPresent(this::fail);
        return this;
    }

    /** There is a moment at which all of these spans were open. */
    public TraceAssert ranInParallel(String... spans) {
        Timing.notParallel(each(spans)).ifPresent(this::fail);
        return this;
    }

    /**
     * The trace is this tree; what is not written about a span is not looked at.
     *
     * @param tree as {@link dev.foundation.tracing.test.tree} says
     * @throws IllegalArgumentException names the line of the tree that cannot be read, and says what to do
     */
    public TraceAssert hasTree(String tree) {
        isNotNull();
        TreeDifference difference = TreePattern.lenient(tree).compare(actual);
        if (!difference.isEmpty())
            fail(Failure.of("the trace is not the tree that was expected: " + difference.summary(), difference.marks()));
        return this;
    }

    /**
     * The trace is as it was when it was found right. What is another at every run is not compared: ids, times, ports, threads.
     *
     * @param file below {@code src/test/resources}; {@code -Dtrace.golden.update} writes it
     */
    public TraceAssert matchesGolden(String file) {
        isNotNull();
        GoldenTrace.named(file).check(actual).ifPresent(mismatch -> fail(
                Failure.of(mismatch.message(), mismatch.marks()).comparing(mismatch.expected(), mismatch.actual())));
        return this;
    }

    private List<TraceSpan> each(String... spans) {
        return Arrays.stream(spans).map(span -> hasSpan(span).span()).toList();
    }

    void fail(Failure failure) {
        // Names of spans may hold what a format would take for its own.
        if (failure.expected() == null)
            failWithMessage("%s", failure.message(actual));
        failWithActualExpectedAndMessage(failure.actual(), failure.expected(), "%s", failure.message(actual));
    }

    private static Marks unexpected(List<TraceSpan> spans) {
        Marks marks = Marks.none();
        for (TraceSpan span : spans)
            marks = marks.unexpected(span, "");
        return marks;
    }

    private static List<String> names(List<TraceSpan> spans) {
        return spans.stream().map(TraceSpan::name).toList();
    }
}
