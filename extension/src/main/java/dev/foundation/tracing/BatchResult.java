package dev.foundation.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What became of the items of a batch, in their order. Immutable.
 *
 * <pre>{@code
 * BatchResult<Receipt> receipts = batch("mail.messages", messages, message -> send(message));
 * receipts.failures().forEach(failure -> retryLater(messages.get(failure.index())));
 *
 * List<Price> prices = batch("order.items", items, item -> price(item)).orThrow();
 * }</pre>
 *
 * @param <R> the values' type
 */
public final class BatchResult<R extends @Nullable Object> {

    /** Stands for an item that was not begun. */
    static final Object NOT_RUN = new Object();

    /** Values, failures, and what stands for neither. */
    private final @Nullable Object[] outcomes;
    private final int failed;
    private final int notRun;

    /** @param outcomes are not changed any more */
    BatchResult(@Nullable Object[] outcomes) {
        this.outcomes = outcomes;
        int failures = 0;
        int missing = 0;
        for (Object outcome : outcomes) {
            failures += outcome instanceof Failed ? 1 : 0;
            missing += outcome == NOT_RUN ? 1 : 0;
        }
        this.failed = failures;
        this.notRun = missing;
    }

    /** @return how many items there are */
    public int size() {
        return outcomes.length;
    }

    /** @return how many items have a value */
    public int succeeded() {
        return size() - failed - notRun;
    }

    /** @return how many items have failed */
    public int failed() {
        return failed;
    }

    /** @return how many items were not begun, because one before them had stopped the batch */
    public int notRun() {
        return notRun;
    }

    /** @return the values of those that succeeded, in the order of the items; cannot be changed */
    public List<R> values() {
        List<R> values = new ArrayList<>(succeeded());
        for (Object outcome : outcomes) {
            if (isValue(outcome))
                values.add(asValue(outcome));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * @param index of an item, from zero
     * @throws IllegalStateException if that item has no value
     */
    public R value(int index) {
        Object outcome = outcomes[index];
        if (isValue(outcome))
            return asValue(outcome);
        throw outcome instanceof Failed failed
                ? new IllegalStateException("item " + index + " has no value, it failed: see failures()", failed.thrown)
                : new IllegalStateException("item " + index + " has no value, it was not run: see notRun()");
    }

    private static boolean isValue(@Nullable Object outcome) {
        return outcome != NOT_RUN && !(outcome instanceof Failed);
    }

    @SuppressWarnings({ "unchecked", "NullAway" }) // everything else here is what the step returned, null as it may be
    private R asValue(@Nullable Object outcome) {
        return (R) outcome;
    }

    /** @return the failures, in the order of the items; cannot be changed */
    public List<Failure> failures() {
        List<Failure> failures = new ArrayList<>(failed);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] instanceof Failed failure)
                failures.add(new Failure(i, failure.thrown));
        }
        return Collections.unmodifiableList(failures);
    }

    /**
     * The values, if all items have one. Else the first failure is thrown unchanged, with the others as its suppressed
     * exceptions.
     *
     * @param <X> the checked exception that the step may throw, as in {@code result.<IOException> orThrow()}; by itself none
     */
    public <X extends Throwable> List<R> orThrow() throws X {
        if (failed > 0)
            BatchResult.<X> throwUnchanged(withOthersSuppressed(failures()));
        return values();
    }

    @SuppressWarnings("unchecked") // whoever calls knows what his step throws
    private static <X extends Throwable> void throwUnchanged(Throwable thrown) throws X {
        throw (X) thrown;
    }

    /** An exception that several items failed with is not suppressed by itself, nor twice. */
    private static Throwable withOthersSuppressed(List<Failure> failures) {
        Throwable first = failures.get(0).thrown();
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.add(first);
        known.addAll(Arrays.asList(first.getSuppressed()));
        for (Failure other : failures) {
            if (known.add(other.thrown()))
                first.addSuppressed(other.thrown());
        }
        return first;
    }

    /** For people: {@code 8 of 10 items succeeded, 1 failed, 1 was not run}. */
    @Override
    public String toString() {
        return succeeded() + " of " + size() + " items succeeded, " + failed + " failed, " + notRun + " not run";
    }

    /**
     * An item that failed.
     *
     * @param index of the item, from zero
     * @param thrown what the step threw
     */
    public record Failure(int index, Throwable thrown) {
    }

    /** A step may return a {@link Failure} of another batch; nobody can return this. */
    record Failed(Throwable thrown) {
    }
}
